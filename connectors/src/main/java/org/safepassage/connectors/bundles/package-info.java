/// Case files that come in one piece: ZIP bundles, and BagIt bags (RFC 8493) zipped or as a folder. Used by
/// every door. A bundle is read from its first byte to its last without a copy on disk, and is hostile
/// until proved harmless. Not for other rooms: the doors' contract is the package above.
@NullMarked
package org.safepassage.connectors.bundles;

import org.jspecify.annotations.NullMarked;
