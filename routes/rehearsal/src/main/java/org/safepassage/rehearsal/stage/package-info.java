/// The stage: the servers of invented partners and recipients, and the hub as a child process among them.
/// Every server listens on the loopback address only, on a free port, behind a random password made for one run.
/// Nothing here reads the ground truth.
@NullMarked
package org.safepassage.rehearsal.stage;

import org.jspecify.annotations.NullMarked;
