package org.safepassage.redact.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// What a reviewer says of a record. An answer names mentions by number and places by code points, never by words.
///
/// @param kind what is said
/// @param number of the mention; null when one is added
/// @param start of an added mention
/// @param end behind it
/// @param type of an added mention
/// @param person whom it is now linked to; null for nobody
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewAnswer(
        Kind kind,
        @Nullable Integer number,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable String type,
        @Nullable String person) {
    /// What can be said.
    public enum Kind {
        /// It is what the record says.
        @JsonProperty("accept")
        ACCEPT,
        /// Something was missed.
        @JsonProperty("add")
        ADD,
        /// It points to nobody.
        @JsonProperty("remove")
        REMOVE,
        /// It points to another person, and so to another role.
        @JsonProperty("relink")
        RELINK
    }

    /// The mention is right.
    public static ReviewAnswer accept(int number) {
        return new ReviewAnswer(Kind.ACCEPT, number, null, null, null, null);
    }

    /// The mention is none.
    public static ReviewAnswer remove(int number) {
        return new ReviewAnswer(Kind.REMOVE, number, null, null, null, null);
    }

    /// The mention is another person's.
    public static ReviewAnswer relink(int number, @Nullable String person) {
        return new ReviewAnswer(Kind.RELINK, number, null, null, null, person);
    }

    /// A mention is missing.
    public static ReviewAnswer add(int start, int end, String type, @Nullable String person) {
        return new ReviewAnswer(Kind.ADD, null, start, end, type, person);
    }
}
