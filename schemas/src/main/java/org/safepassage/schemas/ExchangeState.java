package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a case file version stands in one exchange. Exactly one at any instant.
public enum ExchangeState {
    /// Between arrival and one of the others.
    UNDER_WAY,
    NOT_SELECTED,
    DELIVERED,
    HELD,
    REFUSED,
    WITHDRAWN,
    SUPERSEDED;

    /// The word used on screen, in JSON and in scripts.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
