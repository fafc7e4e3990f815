/// What the custody log promises: the hashing of RFC 6962 against published values, proofs that hold and forgeries
/// that do not, and a log that survives concurrency and kills.
/// Runs on real databases; sample data is invented.
@NullMarked
package org.safepassage.evidence.custody;

import org.jspecify.annotations.NullMarked;
