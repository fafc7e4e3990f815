/// How well identities are found: annotated texts, measures with their intervals, goals, and one table of them.
/// Start reading at `Evaluation`; `Measure` says what each figure counts. Offsets are code points, ends exclusive.
/// Nothing here prints or quotes a text: figures, names of corpora and numbers of lines are all that leaves.
@NullMarked
package org.safepassage.redact.evaluation;

import org.jspecify.annotations.NullMarked;
