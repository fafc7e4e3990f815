/// Tests of the sample partner network as a whole: totals, determinism, files that independent readers open.
/// Everything is generated into a temporary folder and read back.
/// What takes longer than five seconds carries the tag slow.
@NullMarked
package org.safepassage.rehearsal.sample;

import org.jspecify.annotations.NullMarked;
