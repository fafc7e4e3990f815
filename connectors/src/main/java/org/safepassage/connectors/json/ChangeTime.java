package org.safepassage.connectors.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How a partner writes the time of a change, in records and in the request for what changed since. A time
/// without a zone is only ever compared with the partner's others, so it is counted as if it were UTC.
public enum ChangeTime {
    /// `2026-01-01T12:00:00Z`, also with an offset.
    ISO,
    /// `2026-01-01T12:00:00` without a zone.
    LOCAL,
    /// `2026-01-01`.
    DATE,
    /// Seconds since 1970.
    SECONDS,
    /// Milliseconds since 1970.
    MILLIS;

    /// The time a record tells; empty when it is none.
    Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    switch (this) {
                        case ISO -> OffsetDateTime.parse(text).toInstant();
                        case LOCAL ->
                            LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
                        case DATE ->
                            LocalDate.parse(text.substring(0, Math.min(10, text.length())))
                                    .atStartOfDay()
                                    .toInstant(ZoneOffset.UTC);
                        case SECONDS -> Instant.ofEpochSecond((long) Double.parseDouble(text));
                        case MILLIS -> Instant.ofEpochMilli((long) Double.parseDouble(text));
                    });
        } catch (DateTimeException | NumberFormatException noTime) {
            return Optional.empty();
        }
    }

    /// As the partner writes it.
    String write(Instant time) {
        return switch (this) {
            case ISO -> time.truncatedTo(ChronoUnit.MILLIS).toString();
            case LOCAL ->
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
            case DATE -> time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            case SECONDS -> Long.toString(time.getEpochSecond());
            case MILLIS -> Long.toString(time.toEpochMilli());
        };
    }
}
