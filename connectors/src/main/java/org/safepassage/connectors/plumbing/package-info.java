/// What several doors share: streams that go on where a connection broke, listings in bounded memory, safe names.
/// Nothing here knows a protocol; a transport's package supplies the opening, listing and reading.
/// Not for other rooms: the doors' contract is the package above.
@NullMarked
package org.safepassage.connectors.plumbing;

import org.jspecify.annotations.NullMarked;
