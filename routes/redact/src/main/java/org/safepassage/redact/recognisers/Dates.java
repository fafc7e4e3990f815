package org.safepassage.redact.recognisers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.recognisers.GatedPatterns.Gated;
import org.safepassage.redact.text.NormalText;

/// Written dates in Belarusian, Russian, Ukrainian, Polish and English, in digits, words and Roman months.
final class Dates {
    /// A date in a text.
    ///
    /// @param day the day when it is fully given
    record Written(int start, int end, @Nullable LocalDate day) {}

    /// Stems of month names; the number of the month is the position in its row.
    private static final String[] MONTHS = {
        "январ\\p{L}{1,2}|янв|студзе?н\\p{L}{1,2}|січ\\p{L}{2,3}|january|jan|stycz\\p{L}{2,3}",
        "феврал\\p{L}{1,2}|фев|лют\\p{L}{1,3}|february|feb|lut\\p{L}{1,3}",
        "марта?|марце|мар|сакавік\\p{L}?|берез\\p{L}{2,3}|march|mar|marca|marzec",
        "апрел\\p{L}{1,2}|апр|красавік\\p{L}?|квіт\\p{L}{2,3}|april|apr|kwie\\p{L}{3,4}",
        "ма[яйею]|траў?в?[еня]\\p{L}{1,3}|may|maja",
        "июн\\p{L}{1,2}|чэрве?н\\p{L}{1,2}|черв\\p{L}{2,3}|june|jun|czerw\\p{L}{2,3}",
        "июл\\p{L}{1,2}|ліпе?н\\p{L}{1,2}|лип\\p{L}{2,3}|july|jul|lip\\p{L}{2,3}",
        "август\\p{L}?|авг|жні?ў?в?[еня]\\p{L}{1,2}|серп\\p{L}{2,3}|august|aug|sierp\\p{L}{2,3}",
        "сентябр\\p{L}{1,2}|сент|вера[сс]\\p{L}{2,4}|september|sept?|wrze\\p{L}{3,4}",
        "октябр\\p{L}{1,2}|окт|кастрычнік\\p{L}?|жовт\\p{L}{2,3}|october|oct|pa[zź]dzier\\p{L}{3,4}",
        "ноябр\\p{L}{1,2}|нояб?|лістапад\\p{L}?|листопад\\p{L}?|november|nov|listopad\\p{L}?",
        "декабр\\p{L}{1,2}|дек|снеж[еня]\\p{L}{1,2}|груд\\p{L}{2,3}|december|dec|grud\\p{L}{2,3}"
    };
    private static final List<Pattern> MONTH_PATTERNS =
            Arrays.stream(MONTHS).map(Pattern::compile).toList();
    private static final String MONTH = "(?<month>" + String.join("|", MONTHS) + ")";
    private static final String YEAR = "(?<year>(?:1[89]|20)\\d\\d|'\\d\\d)";
    private static final Gated ANY = Gated.of("(?<![\\p{L}\\d])(?:"
            + "(?<iy>(?:1[89]|20)\\d\\d)[-./ ](?<im>0?[1-9]|1[0-2])[-./ ](?<id>0?[1-9]|[12]\\d|3[01])"
            + "|(?<nd>0?[1-9]|[12]\\d|3[01]) ?[-./] ?(?<nm>0?[1-9]|1[0-2]) ?[-./] ?(?<ny>(?:1[89]|20)\\d\\d|\\d\\d)"
            + "|(?<rd>0?[1-9]|[12]\\d|3[01])[-./ ](?<rm>i{1,3}|iv|vi{0,3}|ix|xi{0,2})[-./ ](?<ry>(?:1[89]|20)\\d\\d|\\d\\d)"
            + "|(?<sd>0?[1-9]|[12]\\d|3[01])[ ](?<sm>0[1-9]|1[0-2])[ ](?<sy>(?:1[89]|20)\\d\\d)"
            + "|(?:(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|-?го|-?га)?(?:[ \\n]of)?[ \\n.]{1,2})?" + MONTH
            + "\\.?(?:[ \\n](?<aday>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?=[, \\n]))?(?:,? ?[ \\n]?(?:" + YEAR
            + "|(?<short>\\d\\d)(?= ?г)))?"
            + ")(?![\\p{L}\\d])");
    private static final GatedPatterns SEARCH = new GatedPatterns(List.of(ANY));

    private Dates() {}

    /// All dates of at least a day and month, or a month and year, in order.
    static List<Written> findDates(NormalText text) {
        var dates = new ArrayList<Written>();
        SEARCH.each(text.lower(), found -> {
            Written date = read(found);
            if (date != null) {
                dates.add(date);
            }
        });
        return dates;
    }

    /// The pattern of every date, so that a test can count what it costs.
    static Gated pattern() {
        return ANY;
    }

    /// Whether a run of digits and signs is a date and nothing more.
    static boolean looksNumeric(String written) {
        return ANY.pattern().matcher(written.strip()).matches();
    }

    private static @Nullable Written read(Matcher found) {
        if (found.group("month") == null) {
            return numeric(found);
        }
        String day = found.group("day") != null ? found.group("day") : found.group("aday");
        String year = found.group("year") != null ? found.group("year").replace("'", "") : found.group("short");
        if (day == null && year == null) {
            return null;
        }
        LocalDate date = day == null || year == null ? null : date(year, month(found.group("month")), day);
        return new Written(found.start(), found.end(), date);
    }

    private static Written numeric(Matcher found) {
        LocalDate date = null;
        for (String prefix : List.of("i", "n", "r", "s")) {
            String month = found.group(prefix + "m");
            if (month != null) {
                int number = prefix.equals("r") ? roman(month) : Integer.parseInt(month);
                date = date(found.group(prefix + "y"), number, found.group(prefix + "d"));
            }
        }
        return new Written(found.start(), found.end(), date);
    }

    private static @Nullable LocalDate date(String year, int month, String day) {
        int number = Integer.parseInt(year);
        int full = year.length() > 2 ? number : number < 30 ? 2000 + number : 1900 + number;
        try {
            return LocalDate.of(full, month, Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int month(String word) {
        for (int i = 0; i < MONTHS.length; i++) {
            if (MONTH_PATTERNS.get(i).matcher(word).matches()) {
                return i + 1;
            }
        }
        return 1;
    }

    private static int roman(String word) {
        return List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
                        .indexOf(word)
                + 1;
    }
}
