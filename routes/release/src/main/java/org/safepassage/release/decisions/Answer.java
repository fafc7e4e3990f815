package org.safepassage.release.decisions;

import org.safepassage.schemas.HoldReason;

/// What one rule says: a code, and a place in the record without its value. Immutable.
sealed interface Answer {
    /// Lower-case words with hyphens, kept stable because decisions are recorded with it.
    String code();

    /// The code with its place, as it stands in a decision's reasons.
    default String written() {
        return switch (this) {
            case Yes yes -> yes.code;
            case Doubt doubt -> doubt.code + " " + doubt.where;
            case No no -> no.code + " " + no.where;
        };
    }

    /// Nothing stands against it.
    record Yes(String code) implements Answer {}

    /// It waits until somebody has cleared this up.
    record Doubt(String code, HoldReason reason, String where) implements Answer {}

    /// It does not go.
    record No(String code, String where) implements Answer {}
}
