/// What the vault and the key ring promise, each promise with a test that fails when it is broken.
/// Real files, real keys, and real child processes that are really killed.
/// Sample data is invented or random.
@NullMarked
package org.safepassage.evidence.vault;

import org.jspecify.annotations.NullMarked;
