package org.safepassage.extract.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/// A day, or the first and the last of several. Immutable.
///
/// @param first first day
/// @param last last day, not before the first
record Span(LocalDate first, LocalDate last) {
    Span {
        if (last.isBefore(first)) {
            throw new DateTimeException("a span ends before it begins");
        }
    }

    static Span day(int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return new Span(date, date);
    }

    static Span month(int year, int month) {
        return months(year, month, 1);
    }

    static Span year(int year) {
        return months(year, 1, 12);
    }

    /// Whole months from one on.
    static Span months(int year, int month, int count) {
        YearMonth first = YearMonth.of(year, month);
        return new Span(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }

    Span to(Span other) {
        return new Span(first, other.last);
    }

    /// One of three parts: days of a month in tens, months of a year in fours.
    Span third(int part) {
        boolean months = first.plusMonths(1).isBefore(last);
        if (months) {
            return months(first.getYear(), 4 * part - 3, 4);
        }
        LocalDate from = first.withDayOfMonth(10 * part - 9);
        return new Span(from, part == 3 ? last : from.plusDays(9));
    }

    /// As far around as somebody who says "about" may mean: a week for a day, a month for a month, else a year.
    Span about() {
        if (first.equals(last)) {
            return new Span(first.minusDays(7), last.plusDays(7));
        }
        return first.plusMonths(1).isAfter(last)
                ? new Span(first.minusMonths(1), last.plusMonths(1))
                : new Span(first.minusYears(1), last.plusYears(1));
    }
}
