package org.safepassage.schemas;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A date as the partner wrote it and the days it can mean: partial dates and ranges have `earliest` before `latest`.
/// Both are null when nothing could be read from `original`. Dates are civil dates at the place of the event.
///
/// @param original the partner's own words, never changed
/// @param earliest first day that is meant, ISO 8601
/// @param latest last day that is meant, the same as `earliest` for a full date
public record NormalDate(
        String original,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest) {
    /// A date of which nothing could be read.
    public static NormalDate unread(String original) {
        return new NormalDate(original, null, null);
    }
}
