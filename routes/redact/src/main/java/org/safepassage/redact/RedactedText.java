package org.safepassage.redact;

import java.util.List;

/// A text after redaction and what was done to it.
///
/// @param text what may leave, subject to the exit check
/// @param redactions in order of place; kept mentions are not among them
public record RedactedText(String text, List<Redaction> redactions) {
    public RedactedText {
        redactions = List.copyOf(redactions);
    }

    @Override
    public String toString() {
        return "RedactedText[" + redactions.size() + " redactions]";
    }
}
