/// Case files in folders that a partner shares, whatever carries them: what a case is, when it has settled,
/// how it is read and acknowledged. A transport supplies [org.safepassage.connectors.folders.SharedFiles]
/// and nothing else. Not for other rooms: the doors' contract is the package above.
@NullMarked
package org.safepassage.connectors.folders;

import org.jspecify.annotations.NullMarked;
