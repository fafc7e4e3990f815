/// Films: faces and words followed and covered in every frame, container and sound made anew. FFmpeg's and OpenCV's
/// libraries do the work in a child JVM, frame by frame, so that memory does not grow with a film.
/// Start reading at [org.safepassage.redact.renditions.video.VideoRedactor].
@NullMarked
package org.safepassage.redact.renditions.video;

import org.jspecify.annotations.NullMarked;
