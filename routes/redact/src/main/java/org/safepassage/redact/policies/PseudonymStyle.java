package org.safepassage.redact.policies;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The word beside a person's code.
public enum PseudonymStyle {
    /// A word that says nothing of the person: `Лицо K7R2`.
    CODE,
    /// The person's role in the case, inflected as the sentence asks: `свидетельнице K7R2`.
    ROLE;

    /// The word used in policies.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
