/// Coarser values in the place of exact ones: the month of a date, the region of a place, the band of an age.
/// Tables are ours and small; what they do not know is not told at all.
/// Every word that this package can write is known, so that the exit check knows it again.
@NullMarked
package org.safepassage.redact.generalising;

import org.jspecify.annotations.NullMarked;
