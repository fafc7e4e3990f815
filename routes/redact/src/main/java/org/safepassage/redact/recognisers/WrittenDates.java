package org.safepassage.redact.recognisers;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;

/// Coarser forms of written dates.
public final class WrittenDates {
    private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)\\d\\d");

    private WrittenDates() {}

    /// The month (`2021-05`) or the year (`2021`) of a written date; the year when only that can be read; empty when
    /// nothing can.
    public static String coarse(String written, boolean yearOnly) {
        List<Dates.Written> dates = Dates.findDates(NormalText.of(written));
        LocalDate day = dates.size() == 1 ? dates.getFirst().day() : null;
        if (day == null) {
            Matcher year = YEAR.matcher(written);
            return year.find() ? year.group() : "";
        }
        String iso = day.toString();
        return iso.substring(0, yearOnly ? 4 : 7);
    }
}
