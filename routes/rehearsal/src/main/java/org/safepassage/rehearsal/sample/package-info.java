/// The sample partner network: invented case files in real formats with the ground truth of what was planted in them.
/// Deterministic in its seed: no clock, no hash order, no random bits but those drawn from the seed.
/// Start reading at SampleNetwork; README.md of this module says what lies where in the output.
@NullMarked
package org.safepassage.rehearsal.sample;

import org.jspecify.annotations.NullMarked;
