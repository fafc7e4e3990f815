/// Renditions: the forms in which redacted content leaves.
/// Media are copied with their metadata dropped and their pixels untouched; texts become UTF-8 with page marks.
/// What cannot be made safe is Unsupported with a reason, never passed on.
@NullMarked
package org.safepassage.redact.renditions;

import org.jspecify.annotations.NullMarked;
