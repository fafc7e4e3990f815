package org.safepassage.redact.text;

import java.util.ArrayList;
import java.util.List;

/// Stretches of a text that are stored backwards and shown forwards: those under a right-to-left override (U+202E, UAX
/// 9,
/// 2.2). In the scripts that this product reads nobody writes so but to hide words from a search. Stateless.
public final class TurnedText {
    private static final char OVERRIDE = '\u202E';
    /// What ends an override: its pop, and the end of a paragraph.
    private static final String ENDS = "\u202C\n\r\u2029";

    private TurnedText() {}

    /// One stretch, in code points, with its override and without what ends it.
    public record Stretch(int start, int end) {}

    /// Those that hold a letter or digit, in order.
    public static List<Stretch> in(String text) {
        var stretches = new ArrayList<Stretch>();
        int codePoints = 0;
        int counted = 0;
        int start = text.indexOf(OVERRIDE);
        while (start >= 0) {
            int end = end(text, start);
            if (text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
                int first = codePoints + text.codePointCount(counted, start);
                int last = first + text.codePointCount(start, end);
                stretches.add(new Stretch(first, last));
                codePoints = last;
                counted = end;
            }
            start = text.indexOf(OVERRIDE, end);
        }
        return stretches;
    }

    private static int end(String text, int start) {
        int end = start + 1;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
