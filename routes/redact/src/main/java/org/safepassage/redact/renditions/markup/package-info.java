/// Markup: redacted texts and the redacted record as XHTML, for readers, browsers and screen readers.
/// Made from redacted words alone; nothing of the markup that a partner sent goes into it.
/// Start reading at `DocumentXhtml`.
@NullMarked
package org.safepassage.redact.renditions.markup;

import org.jspecify.annotations.NullMarked;
