package org.safepassage.redact.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Searches for days of birth in every order of day, month and year, in digits, Roman months and the months' names
/// in Belarusian, Russian, Ukrainian, Polish and English. Immutable.
final class BirthDates {
    private static final List<List<String>> MONTHS = List.of(
            List.of("янв", "студз", "січ", "jan", "stycz"),
            List.of("фев", "лют", "feb", "lut"),
            List.of("мар", "сак", "бер", "mar"),
            List.of("апр", "крас", "квіт", "apr", "kwie"),
            List.of("мая", "май", "маі", "маем", "мае", "трав", "траў", "may", "maj"),
            List.of("июн", "чэрв", "черв", "jun", "czerw"),
            List.of("июл", "ліп", "лип", "jul", "lip"),
            List.of("авг", "жні", "серп", "aug", "sierp"),
            List.of("сен", "верас", "sep", "wrze"),
            List.of("окт", "кастр", "жовт", "oct", "paź", "paz"),
            List.of("ноя", "лістап", "листоп", "nov", "listop"),
            List.of("дек", "снеж", "груд", "dec", "grud"));
    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");
    private static final String GAP = "(?:st|nd|rd|th|-?го|-?га)?[\\s.,/\\-–‑_:]{0,3}(?:of\\s)?";
    private static final Pattern THREE = Pattern.compile(
            "(?U)(?<!\\d)(\\d{1,4})(?!\\d)" + GAP + "(\\d{1,2}(?!\\d)|\\p{L}{1,12})" + GAP + "(\\d{1,4})(?!\\d)");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?U)(?<!\\p{L})(\\p{L}{3,12})[\\s.]{1,2}(\\d{1,2})(?:st|nd|rd|th)?[\\s.,]{1,3}(\\d{4}|\\d{2})(?!\\d)");
    /// Most chars between the numbers of one date.
    private static final int WIDEST = 22;
    private static final Pattern RUN = Pattern.compile("(?<!\\d)(\\d{8})(?!\\d)");

    /// A day; never printed.
    private record Day(int year, int month, int day) {
        boolean is(int y, int m, int d) {
            return month == m && day == d && (y == year || (y < 100 && y == year % 100));
        }
    }

    private final Set<Day> days = new HashSet<>();

    BirthDates(Iterable<String> written) {
        for (String value : written) {
            each(value, (place, first, second, third) -> {
                if (first > 31) {
                    days.add(new Day(first, second, third));
                } else if (third > 31) {
                    days.add(new Day(third, second, first));
                }
                return false;
            });
        }
    }

    void search(View view, HitList hits) {
        if (days.isEmpty()) {
            return;
        }
        each(view.text(), (place, first, second, third) -> {
            boolean birth = days.stream()
                    .anyMatch(day -> day.is(third, second, first)
                            || day.is(first, second, third)
                            || day.is(third, first, second));
            if (birth) {
                hits.add(view.place(place), "DATE.BIRTH");
            }
            return birth;
        });
    }

    @FunctionalInterface
    private interface Numbers {
        boolean found(int place, int first, int second, int third);
    }

    private static void each(String text, Numbers numbers) {
        DigitZones.each(text, 3, WIDEST, (from, to) -> zone(text, from, to, numbers));
    }

    private static void zone(String text, int from, int to, Numbers numbers) {
        Matcher three = in(THREE, text, from, to);
        while (three.find()) {
            int month = month(three.group(2));
            if (month > 0) {
                int last = Integer.parseInt(three.group(3));
                numbers.found(three.start(), Integer.parseInt(three.group(1)), month, last);
            }
            three.region(three.end(1), to);
        }
        Matcher monthFirst = in(MONTH_FIRST, text, from, to);
        while (monthFirst.find()) {
            int month = month(monthFirst.group(1));
            if (month > 0) {
                int day = Integer.parseInt(monthFirst.group(2));
                numbers.found(monthFirst.start(), day, month, Integer.parseInt(monthFirst.group(3)));
            }
        }
        Matcher run = in(RUN, text, from, to);
        while (run.find()) {
            int digits = Integer.parseInt(run.group());
            numbers.found(run.start(), digits / 10_000, digits / 100 % 100, digits % 100);
            numbers.found(run.start(), digits / 1_000_000, digits / 10_000 % 100, digits % 10_000);
        }
    }

    private static Matcher in(Pattern pattern, String text, int from, int to) {
        return pattern.matcher(text).region(from, to).useTransparentBounds(true);
    }

    private static int month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        String lower = written.toLowerCase(Locale.ROOT);
        String latin = lower.replace('і', 'i').replace('х', 'x');
        for (int i = 0; i < MONTHS.size(); i++) {
            if (ROMAN.get(i).equals(latin) || MONTHS.get(i).stream().anyMatch(lower::startsWith)) {
                return i + 1;
            }
        }
        return 0;
    }
}
