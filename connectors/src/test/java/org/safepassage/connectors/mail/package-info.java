/// Tests of the in-box door against a real IMAP server.
@NullMarked
package org.safepassage.connectors.mail;

import org.jspecify.annotations.NullMarked;
