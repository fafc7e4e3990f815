/// How whole cases of a sample network fare: what a generator planted in their documents against what is left of it in
/// the renditions for each recipient, as text and as PDF, and what the exit check says of them. Start reading at
/// `NetworkEvaluation`.
@NullMarked
package org.safepassage.redact.evaluation.network;

import org.jspecify.annotations.NullMarked;
