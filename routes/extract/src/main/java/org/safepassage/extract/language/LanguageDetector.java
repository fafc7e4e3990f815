package org.safepassage.extract.language;

import java.util.ArrayList;
import java.util.List;

/// Tells Belarusian, Russian, Ukrainian and English apart, line by line, by the letters that only some of them have
/// and by their function words. Short lines take the language of their neighbours. Thread-safe.
public final class LanguageDetector {
    /// The tag of a text whose language cannot be told.
    public static final String UNDETERMINED = "und";

    /// A stretch of whole lines in one language.
    ///
    /// @param start offset of its first UTF-16 unit
    /// @param end offset after its last UTF-16 unit, which is that of the next stretch's start
    /// @param language `be`, `ru`, `uk`, `en` or `und`
    public record Stretch(int start, int end, String language) {}

    /// The language of a whole text.
    public String detect(String text) {
        var votes = new Votes();
        votes.read(text, 0, text.length());
        return votes.winner();
    }

    /// The text in stretches that together cover it; empty for an empty text.
    public List<Stretch> stretches(String text) {
        List<Stretch> lines = lines(text);
        List<Stretch> joined = new ArrayList<>();
        for (Stretch line : lines) {
            if (!joined.isEmpty()) {
                Stretch last = joined.getLast();
                boolean same = last.language().equals(line.language())
                        || line.language().equals(UNDETERMINED);
                if (same || last.language().equals(UNDETERMINED)) {
                    String language = same ? last.language() : line.language();
                    joined.set(joined.size() - 1, new Stretch(last.start(), line.end(), language));
                    continue;
                }
            }
            joined.add(line);
        }
        return joined;
    }

    private static List<Stretch> lines(String text) {
        List<Stretch> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            var votes = new Votes();
            votes.read(text, start, end);
            lines.add(new Stretch(start, end, votes.winner()));
            start = end;
        }
        return lines;
    }
}
