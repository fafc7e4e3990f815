/// Tests of what HTTP doors share, against servers in this JVM and against nginx.
/// What only a hostile server does is done by a raw socket that says so.
/// Nothing here is of a real partner.
@NullMarked
package org.safepassage.connectors.http;

import org.jspecify.annotations.NullMarked;
