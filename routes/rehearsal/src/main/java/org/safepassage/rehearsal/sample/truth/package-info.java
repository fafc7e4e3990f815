/// The ground truth: what was planted where, and how each case should end.
/// It is written beside the network and read by tests and evaluation only.
/// One line of JSON for each surface form and each case, in the order of generation.
@NullMarked
package org.safepassage.rehearsal.sample.truth;

import org.jspecify.annotations.NullMarked;
