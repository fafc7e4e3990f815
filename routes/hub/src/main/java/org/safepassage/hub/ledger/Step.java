package org.safepassage.hub.ledger;

import java.util.Locale;

/// The verbs of the pipeline in their order. The name in lower case is the step's word in custody entries, states,
/// queues and on screen.
public enum Step {
    PULL,
    SEAL,
    EXTRACT,
    NORMALISE,
    DETECT,
    DECIDE,
    REDACT,
    CHECK,
    REVIEW,
    CONSIGN,
    DELIVER,
    RECEIPT;

    /// The step's word.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the step runs once a case file version (true) or once for each exchange (false).
    public boolean shared() {
        return compareTo(DECIDE) < 0;
    }

    /// The step with this word.
    public static Step ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
