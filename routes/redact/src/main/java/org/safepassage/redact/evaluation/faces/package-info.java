/// How well faces are found: pictures of public packages, of which only the places of faces are kept here, scenes
/// composed of them by a seed, and what the redaction of pictures leaves uncovered. Start reading at `FaceEvaluation`.
/// Places are in pixels from the top left corner.
@NullMarked
package org.safepassage.redact.evaluation.faces;

import org.jspecify.annotations.NullMarked;
