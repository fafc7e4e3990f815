/// What a reviewer needs to judge what redaction is about to do, and what the reviewer's answers teach.
/// A record tells places, types, roles and codes of persons, never the words: those stand in the original alone.
/// Whoever keeps records and answers keeps them encrypted among the working copies, and never in a log.
@NullMarked
package org.safepassage.redact.reviews;

import org.jspecify.annotations.NullMarked;
