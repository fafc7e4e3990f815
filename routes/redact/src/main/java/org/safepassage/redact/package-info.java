/// Identity redaction: find who is pointed to, decide by policy what becomes of it, write it anew.
/// Entry points: Detector for one text, CaseDetector for a case, TextRedactor and CaseFileRedactor for what goes out.
/// Usable alone as a library; whatever it needs of other rooms it asks for through small interfaces.
@NullMarked
package org.safepassage.redact;

import org.jspecify.annotations.NullMarked;
