/// Tests of what the doors share: order in bounded memory, resuming, safe names.
/// No server is needed here; the streams break on purpose.
/// Properties are tried with many invented listings.
@NullMarked
package org.safepassage.connectors.plumbing;

import org.jspecify.annotations.NullMarked;
