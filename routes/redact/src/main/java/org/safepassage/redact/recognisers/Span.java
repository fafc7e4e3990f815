package org.safepassage.redact.recognisers;

import org.jspecify.annotations.Nullable;

/// What a recogniser reports: a stretch of the normal text that points to somebody.
///
/// @param start offset of its first char in the normal form
/// @param end offset after its last char
/// @param type as in [org.safepassage.schemas.Mention#type]
/// @param person id of the person of the record, null when linked to nobody
/// @param confidence 0 to 1
public record Span(
        int start, int end, String type, @Nullable String person, double confidence) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span has 0 <= start < end, was " + start + " to " + end);
        }
    }

    /// A span that is linked to nobody.
    public static Span of(int start, int end, String type, double confidence) {
        return new Span(start, end, type, null, confidence);
    }
}
