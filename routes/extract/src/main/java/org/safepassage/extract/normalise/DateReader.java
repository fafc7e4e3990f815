package org.safepassage.extract.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.schemas.NormalDate;

/// Reads dates as people write them in Belarusian, Russian and English: full and partial ones, seasons, quarters,
/// halves, parts of months and years, ranges, ISO 8601. What cannot be read, or can be read in two ways with different
/// days, is left unread; the words are always kept. Day comes before month, as in the region. Thread-safe.
///
/// A time with an offset from UTC is the civil date in the reader's zone at that instant; the words keep the offset.
public final class DateReader {
    private static final int LONGEST = 200;
    private static final int PIVOT = 50;
    private static final Pattern INSTANT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d{1,9})?\\s*([Zz]|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?");
    private static final Pattern CLOCK = Pattern.compile("[, ]+(?:at |у |в |a )?\\d{1,2}[:.]\\d{2}(?::\\d{2})?$");
    private static final Pattern RANGE =
            Pattern.compile("(?:from (.+?) (?:to|-) (.+))|(?:(.+?) - (.+))|(?:(.+?) to (.+))");

    private final DateWords words = new DateWords();
    private final ZoneId zone;

    /// Dates in the civil time of Minsk.
    public DateReader() {
        this(ZoneId.of("Europe/Minsk"));
    }

    /// Dates in the civil time of another zone.
    public DateReader(ZoneId zone) {
        this.zone = zone;
    }

    /// The days that these words can mean.
    public NormalDate read(String original) {
        String plain = original.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return NormalDate.unread(original);
        }
        return instant(plain)
                .or(() -> span(plain))
                .map(span -> new NormalDate(original, span.first(), span.last()))
                .orElseGet(() -> NormalDate.unread(original));
    }

    private Optional<Span> instant(String plain) {
        Matcher matcher = INSTANT.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(matcher.group(1));
            String offset = matcher.group(3);
            if (offset != null) {
                String whole = offset.matches("[+-]\\d{4}")
                        ? offset.substring(0, 3) + ":" + offset.substring(3)
                        : offset.length() == 3 ? offset + ":00" : offset;
                day = OffsetDateTime.parse(matcher.group(1) + "T" + matcher.group(2) + whole)
                        .atZoneSameInstant(zone)
                        .toLocalDate();
            }
            return Optional.of(new Span(day, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Optional<Span> span(String plain) {
        String tokens = words.rewrite(CLOCK.matcher(plain).replaceFirst(""));
        if (tokens.contains("?")) {
            return Optional.empty();
        }
        try {
            if (tokens.startsWith("about ")) {
                return one(tokens.substring("about ".length())).map(Span::about);
            }
            return one(tokens).or(() -> range(tokens));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Span> one(String tokens) {
        for (DateForm form : DateForm.ALL) {
            Optional<Span> span = form.read(tokens);
            if (span.isPresent()) {
                return span;
            }
        }
        return Optional.empty();
    }

    /// The beginning may lack what the end says: `9 - 12 m8 2020`.
    private static Optional<Span> range(String tokens) {
        Matcher matcher = RANGE.matcher(tokens);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = matcher.group(1) != null ? 1 : matcher.group(3) != null ? 3 : 5;
        String begin = matcher.group(from);
        String end = matcher.group(from + 1);
        Optional<Span> last = one(end);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        String[] tail = end.split(" ");
        for (int kept = 0; kept < tail.length; kept++) {
            String completed = kept == 0
                    ? begin
                    : begin + " "
                            + String.join(" ", java.util.Arrays.copyOfRange(tail, tail.length - kept, tail.length));
            Optional<Span> first = oneOrNone(completed);
            if (first.isPresent()) {
                return Optional.of(first.get().to(last.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> oneOrNone(String tokens) {
        try {
            return one(tokens);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// Two digits: up to 49 this century.
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < PIVOT ? 2000 + year : 1900 + year;
    }
}
