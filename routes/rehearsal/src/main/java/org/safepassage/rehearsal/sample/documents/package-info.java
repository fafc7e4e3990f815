/// The formats: one small writer each, from a composed document to the bytes of a file.
/// Every writer is deterministic: fixed times, fixed ids, fixed order of entries.
/// Files are real: independent readers open them and find what was planted.
@NullMarked
package org.safepassage.rehearsal.sample.documents;

import org.jspecify.annotations.NullMarked;
