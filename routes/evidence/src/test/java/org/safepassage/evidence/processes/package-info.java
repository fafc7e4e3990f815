/// What the tests of vault and custody share: real child processes.
/// A promise about a kill is tested by a kill.
/// Nothing here is shipped.
@NullMarked
package org.safepassage.evidence.processes;

import org.jspecify.annotations.NullMarked;
