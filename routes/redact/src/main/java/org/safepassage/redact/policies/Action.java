package org.safepassage.redact.policies;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What becomes of a mention. The strictest comes first: where mentions overlap, it wins.
public enum Action {
    /// A neutral placeholder with the kind stands in its place.
    REMOVE,
    /// Each letter and digit becomes a full block; length and layout stay.
    MASK,
    /// The person's code for this recipient stands in its place.
    PSEUDONYM,
    /// A coarser value stands in its place: the month of a date, the region of a place.
    GENERALISE,
    /// It stays.
    KEEP;

    /// The word used in policies and reports.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The stricter of two.
    public Action stricter(Action other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
