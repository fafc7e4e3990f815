package org.safepassage.redact.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Stretches of a text that are stored backwards and shown forwards: those under a right-to-left override (U+202E, UAX
/// 9,
/// 2.2). In the scripts that this product reads nobody writes so but to hide words from a search. Stateless.
public final class TurnedText {
    private static final char OVERRIDE = '\u202E';
    /// What ends an override: its pop, and the end of a paragraph.
    private static final String ENDS = "\u202C\n\r\u2029";

    private TurnedText() {}

    /// One stretch, with its override and without what ends it.
    ///
    /// @param start in code points of the text
    /// @param end behind its last code point
    /// @param words as they are stored
    public record Stretch(int start, int end, String words) {
        /// Whether every letter and digit of it is one of these code points of the text.
        public boolean isWithin(BitSet places) {
            int place = start;
            for (int c : words.codePoints().toArray()) {
                if (Character.isLetterOrDigit(c) && !places.get(place)) {
                    return false;
                }
                place++;
            }
            return true;
        }

        @Override
        public String toString() {
            return "Stretch[" + start + "-" + end + "]";
        }
    }

    /// Those that hold a letter or digit, in order.
    public static List<Stretch> in(String text) {
        var stretches = new ArrayList<Stretch>();
        int codePoints = 0;
        int counted = 0;
        int start = text.indexOf(OVERRIDE);
        while (start >= 0) {
            int end = end(text, start);
            String words = text.substring(start, end);
            if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
                int first = codePoints + text.codePointCount(counted, start);
                int last = first + words.codePointCount(0, words.length());
                stretches.add(new Stretch(first, last, words));
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
