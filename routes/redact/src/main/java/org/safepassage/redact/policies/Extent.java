package org.safepassage.redact.policies;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How much of a place is left when it is generalised.
public enum Extent {
    /// The first-level region, such as an oblast; the capital city is its own.
    REGION,
    COUNTRY;

    /// The word used in policies.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
