package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safepassage.redact.text.NormalText;

/// Dates, and dates and years of birth apart from them, by the words around.
public final class DateRecogniser implements Recogniser {
    private static final String BIRTH_WORD =
            "(?:родил\\p{L}{2,3}|рожден\\p{L}{1,3}|род\\.|р\\.|нарадзі\\p{L}{2,4}|нараджэн\\p{L}{1,3}|нар\\.|born|birth|d\\.?o\\.?b\\.?|народи\\p{L}{2,4})";
    private static final Pattern BEFORE =
            Pattern.compile(LineEnds.allowedIn(BIRTH_WORD + "[ :,—-]{0,4}(?:\\p{L}{1,4}[ ]){0,2}$"));
    private static final Pattern AFTER = Pattern.compile(
            LineEnds.allowedIn(
                    "^[ ,(]{0,3}(?:г\\.[ ])?(?:г(?:ода)?\\.?[ ]?(?:рожд\\p{L}*|р\\.)|года нараджэння|г\\.?[ ]?н\\.|\\(?род\\.|р\\.[ ]?н\\.)"));
    private static final GatedPatterns BIRTH_YEAR = GatedPatterns.of(
            LineEnds.allowedIn(
                    "(?<![\\d])(?<it>(?:19[2-9]|20[01])\\d)[ ]?(?:г(?:ода)?\\.?[ ]?(?:рождения|рожд\\.|р\\.)|года нараджэння|г\\.?[ ]?н\\.)"
                            + "|(?:born in|нарадзі\\p{L}{2,4} (?:у|ў|в)|родил\\p{L}{2,3} в)[ ](?<that>(?:19[2-9]|20[01])\\d)(?!\\d)"));
    /// The first day of `с 3 по 6 февраля 2022`.
    private static final Pattern FROM = Pattern.compile(
            LineEnds.allowedIn(
                    "(?<![\\p{L}\\d.])(?:(?:с|со|з|са|ад|от|from)[ ])?\\d{1,2}(?:[ ](?:по|па|до|да|to|и|і|and)[ ]|[ ]?[–—-][ ]?)$"));
    private static final Pattern YEAR_WORD = Pattern.compile(
            "(?:[ \\n]?г\\.(?=[ \\n]года))?[ \\n]?(?:г(?:ода?|оду|\\.)?(?!\\p{L})(?:[ \\n]?(?:рождени\\p{L}|рожд\\.|р\\.|н\\.|нараджэння))?)");
    private static final int REACH = 26;

    /// For the service loader.
    public DateRecogniser() {}

    @Override
    public String name() {
        return "date";
    }

    @Override
    public List<Span> find(NormalText text, DetectionContext context) {
        var spans = new ArrayList<Span>();
        String lower = text.lower();
        for (Dates.Written date : Dates.findDates(text)) {
            String before = lower.substring(Math.max(0, date.start() - REACH), date.start());
            String after = lower.substring(date.end(), Math.min(lower.length(), date.end() + REACH));
            boolean birth =
                    BEFORE.matcher(before).find() || AFTER.matcher(after).find();
            Matcher from = FROM.matcher(before);
            Matcher year = YEAR_WORD.matcher(after);
            int start = from.find() ? date.start() - before.length() + from.start() : date.start();
            int end = year.lookingAt() ? date.end() + year.end() : date.end();
            spans.add(Span.of(start, end, birth ? "DATE.BIRTH" : "DATE", 0.9));
        }
        BIRTH_YEAR.each(lower, year -> {
            String group = year.group("it") == null ? "that" : "it";
            spans.add(Span.of(year.start(group), year.end(group), "DATE.BIRTH", 0.9));
        });
        return spans;
    }
}
