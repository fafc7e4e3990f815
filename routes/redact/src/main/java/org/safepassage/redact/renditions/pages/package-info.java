/// Pages: a document written anew as PDF, from redacted words alone or from pixels of which every one was read.
/// Nothing of the file that a partner sent goes into it: no layer, revision, attachment, form, font or metadata.
/// Start reading at `TextPdf`.
@NullMarked
package org.safepassage.redact.renditions.pages;

import org.jspecify.annotations.NullMarked;
