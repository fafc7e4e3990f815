/// Photographs without the people in them: faces and words are found, covered for good, and what says anything of
/// the picture besides its pixels is left behind. Decoding and searching happen apart, in a child JVM.
/// Start reading at [org.safepassage.redact.renditions.pictures.PictureRedactor].
@NullMarked
package org.safepassage.redact.renditions.pictures;

import org.jspecify.annotations.NullMarked;
