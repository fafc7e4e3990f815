package org.safepassage.redact.evaluation.network;

import java.util.regex.Pattern;

/// A text in which values are counted as they are written, whole words only; wherever white space stands, any may.
/// Immutable.
final class SpacedText {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;

    SpacedText(String text) {
        this.text = spaced(text);
    }

    /// How often the value stands here.
    long count(String value) {
        String sought = spaced(value.strip());
        long count = 0;
        int at = sought.isEmpty() ? -1 : text.indexOf(sought);
        while (at >= 0) {
            int end = at + sought.length();
            boolean whole = !(at > 0 && isWord(text.codePointBefore(at)))
                    && !(end < text.length() && isWord(text.codePointAt(end)));
            count += whole ? 1 : 0;
            at = text.indexOf(sought, whole ? end : at + 1);
        }
        return count;
    }

    private static String spaced(String text) {
        return SPACE.matcher(text).replaceAll(" ");
    }

    private static boolean isWord(int c) {
        return Character.isLetter(c)
                || Character.isDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }
}
