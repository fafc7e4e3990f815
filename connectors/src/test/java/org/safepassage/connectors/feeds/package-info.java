/// Tests of the feed door against a real web server.
@NullMarked
package org.safepassage.connectors.feeds;

import org.jspecify.annotations.NullMarked;
