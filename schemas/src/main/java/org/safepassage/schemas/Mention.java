package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A place in a text that points to somebody. Offsets are Unicode code points of the original text, end exclusive.
///
/// @param start offset of the first code point
/// @param end offset after the last code point
/// @param type PERSON, LOCATION, ORGANISATION, DATE, CODE, CONTACT, DEMOGRAPHIC, QUANTITY or finer with a dot,
///     `PERSON.SURNAME`
/// @param person id of the person of the record whom it points to, null when it is linked to nobody
/// @param role that person's role
/// @param confidence 0 to 1
/// @param recogniser who found it; the layer of identities known from the record has `known` in its name
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mention(
        int start,
        int end,
        String type,
        @Nullable String person,
        @Nullable Role role,
        double confidence,
        String recogniser) {
    public Mention {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a mention has 0 <= start < end, was " + start + " to " + end);
        }
    }
}
