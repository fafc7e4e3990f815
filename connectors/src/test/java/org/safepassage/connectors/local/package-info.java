/// The local doors on real folders, with shares mounted and filled for the test.
/// No network: what is cut, full or gone is a file system.
/// The contracts are inherited from the package above.
@NullMarked
package org.safepassage.connectors.local;

import org.jspecify.annotations.NullMarked;
