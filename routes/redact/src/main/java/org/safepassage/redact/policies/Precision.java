package org.safepassage.redact.policies;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How much of a date is left when it is generalised.
public enum Precision {
    MONTH,
    YEAR;

    /// The word used in policies.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
