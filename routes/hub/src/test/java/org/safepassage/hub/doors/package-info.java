/// Tests of what is tried and shown of a partner's door before anything is pulled.
/// The office in memory fails on demand; the server of Apache MINA speaks real SFTP.
/// Everything in them is invented.
@NullMarked
package org.safepassage.hub.doors;

import org.jspecify.annotations.NullMarked;
