/// Extract and normalise: documents become text with pages, offsets and languages in a JVM that may be killed.
/// Start with [org.safepassage.extract.ExtractorPool]; what runs inside the killable JVM is in `worker`.
/// A document that hangs, crashes or bombs ends as an [org.safepassage.schemas.Extraction] with a reason.
@NullMarked
package org.safepassage.extract;

import org.jspecify.annotations.NullMarked;
