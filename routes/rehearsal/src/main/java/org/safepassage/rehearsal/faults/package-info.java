/// Fault injection: the hub is killed at random instants of a rehearsal and must lose and repeat nothing.
/// A kill is SIGKILL to the hub's own process; what it forked must notice by itself.
/// The judge is the outside reconciliation, not the hub.
@NullMarked
package org.safepassage.rehearsal.faults;

import org.jspecify.annotations.NullMarked;
