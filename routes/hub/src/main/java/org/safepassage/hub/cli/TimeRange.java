package org.safepassage.hub.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.renditions.video.Silence;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a time range of a film as people write it: `12.5-20`, `1:02-1:10`, `1:00:00-1:00:30`.
final class TimeRange implements ITypeConverter<Silence> {
    private static final String TIME = "(?:(?:(\\d{1,2}):)?(\\d{1,2}):)?(\\d{1,5}(?:\\.\\d{1,3})?)";
    private static final Pattern RANGE = Pattern.compile(TIME + "-" + TIME);
    private static final int SIXTY = 60;

    @Override
    public Silence convert(String words) {
        Matcher range = RANGE.matcher(words.strip());
        if (!range.matches()) {
            throw new TypeConversionException(
                    "'" + words + "' is no time range; write FROM-TO in seconds or minutes:seconds, such as 1:02-1:10");
        }
        long from = millis(words, range, 1);
        long to = millis(words, range, 4);
        if (to <= from) {
            throw new TypeConversionException("'" + words + "' ends before it begins; write FROM-TO");
        }
        return new Silence(from, to);
    }

    private static long millis(String words, Matcher range, int group) {
        long hours = whole(range.group(group));
        long minutes = whole(range.group(group + 1));
        var seconds = new BigDecimal(range.group(group + 2));
        boolean parted = range.group(group + 1) != null;
        if ((parted && seconds.intValue() >= SIXTY) || (range.group(group) != null && minutes >= SIXTY)) {
            throw new TypeConversionException("'" + words + "' has more than 59 minutes or seconds behind a colon");
        }
        return (hours * SIXTY + minutes) * SIXTY * 1000
                + seconds.movePointRight(3).longValueExact();
    }

    private static long whole(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
