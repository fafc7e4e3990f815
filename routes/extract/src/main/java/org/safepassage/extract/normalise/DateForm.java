package org.safepassage.extract.normalise;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The forms of one date, written in the tokens of [DateWords]; `Y` stands for a year of four digits.
///
/// @param pattern the tokens
/// @param days makes days of what the pattern found
record DateForm(Pattern pattern, Days days) {
    /// Of two forms that fit, the first wins.
    static final List<DateForm> ALL = List.of(
            form("Y ?- ?(\\d{1,2}) ?- ?(\\d{1,2})", m -> Span.day(n(m, 1), n(m, 2), n(m, 3))),
            form("Y [./] (\\d{1,2}) [./] (\\d{1,2})", m -> Span.day(n(m, 1), n(m, 2), n(m, 3))),
            form(
                    "(\\d{1,2}) ([./-]) (\\d{1,2}) \\2 (\\d{4}|\\d{2})(?: \\.)?",
                    m -> Span.day(DateReader.year(m.group(4)), n(m, 3), n(m, 1))),
            form("(\\d{1,2}) \\. (\\d{1,2}) \\. Y", m -> Span.day(n(m, 3), n(m, 2), n(m, 1))),
            form("(\\d{1,2})(?: \\.)? m(\\d+)(?: [.,])? Y(?: \\.)?", m -> Span.day(n(m, 3), n(m, 2), n(m, 1))),
            form("m(\\d+)(?: \\.)? (\\d{1,2})(?: ,)? Y(?: \\.)?", m -> Span.day(n(m, 3), n(m, 1), n(m, 2))),
            form("Y - (\\d{2})", m -> Span.month(n(m, 1), n(m, 2))),
            form("(\\d{1,2}) [./] Y", m -> Span.month(n(m, 2), n(m, 1))),
            form("m(\\d+)(?: [.,])? Y(?: \\.)?", m -> Span.month(n(m, 2), n(m, 1))),
            form(
                    "part(\\d)(?: -)? m(\\d+)(?: [.,])? Y(?: \\.)?",
                    m -> Span.month(n(m, 3), n(m, 2)).third(n(m, 1))),
            form("part(\\d)(?: -)? Y(?: \\.)?", m -> Span.year(n(m, 2)).third(n(m, 1))),
            form(
                    "(?:n|q)?([1-4])(?: \\.)? quarter(?: [.,])? Y(?: \\.)?",
                    m -> Span.months(n(m, 2), 3 * n(m, 1) - 2, 3)),
            form("q([1-4])(?: [,/])? Y", m -> Span.months(n(m, 2), 3 * n(m, 1) - 2, 3)),
            form("Y(?: [-/])? q([1-4])", m -> Span.months(n(m, 1), 3 * n(m, 2) - 2, 3)),
            form("(?:n)?([12]) half Y(?: \\.)?", m -> Span.months(n(m, 2), 6 * n(m, 1) - 5, 6)),
            // A winter has two years; with one year given it may be either end of it.
            form("winter Y(?: \\.)?", m -> Span.months(n(m, 1) - 1, 12, 15)),
            form(
                    "winter Y [-/] (\\d{4}|\\d{2})(?: \\.)?",
                    m -> {
                        int second = m.group(2).length() == 4 ? n(m, 2) : n(m, 1) / 100 * 100 + n(m, 2);
                        if (second != n(m, 1) + 1) {
                            throw new DateTimeException("no winter has these two years");
                        }
                        return Span.months(n(m, 1), 12, 3);
                    }),
            form("(spring|summer|autumn)(?: ,)? Y(?: \\.)?", m -> Span.months(n(m, 2), firstMonth(m.group(1)), 3)),
            form("Y(?: \\.)?", m -> Span.year(n(m, 1))));

    /// Makes days of what a pattern found.
    @FunctionalInterface
    interface Days {
        Span of(MatchResult found);
    }

    private static DateForm form(String pattern, Days days) {
        return new DateForm(Pattern.compile(pattern.replace("Y", "(1[89]\\d\\d|20\\d\\d)")), days);
    }

    /// @throws DateTimeException when the form fits and the calendar has no such day
    Optional<Span> read(String tokens) {
        Matcher matcher = pattern.matcher(tokens);
        return matcher.matches() ? Optional.of(days.of(matcher)) : Optional.empty();
    }

    private static int firstMonth(String season) {
        return switch (season) {
            case "spring" -> 3;
            case "summer" -> 6;
            default -> 9;
        };
    }

    private static int n(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
