package org.safepassage.redact.classifier;

import org.jspecify.annotations.Nullable;

/// A classifier that was accepted at the start and fails at a text: what it would have found is not known, so nothing
/// of the text may go on. The message holds no word of the text.
public final class ClassifierFailed extends RuntimeException {
    ClassifierFailed(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
