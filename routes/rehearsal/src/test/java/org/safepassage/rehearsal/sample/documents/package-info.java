/// Tests of the formats: each file is opened by a reader that had no part in writing it.
/// What was planted must be found where the truth says it stands.
/// The documents are composed from the real phrase books.
@NullMarked
package org.safepassage.rehearsal.sample.documents;

import org.jspecify.annotations.NullMarked;
