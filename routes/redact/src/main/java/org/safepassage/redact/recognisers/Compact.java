package org.safepassage.redact.recognisers;

import org.safepassage.redact.text.Homoglyphs;
import org.safepassage.redact.text.NormalText;

/// A text as its letters and digits alone: lower case, one script where letters look alike, letters that OCR takes for
/// digits as digits; each with its place. So every way of grouping a number is one. Immutable.
final class Compact {
    /// A find longer than this may be broken by the end of one line.
    private static final int BREAKABLE = 6;

    private final String chars;
    private final int[] positions;

    private Compact(String chars, int[] positions) {
        this.chars = chars;
        this.positions = positions;
    }

    static Compact of(NormalText text) {
        String lower = text.lower();
        var chars = new StringBuilder(lower.length());
        int[] positions = new int[lower.length()];
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                positions[chars.length()] = i;
                chars.append(alike(c));
            }
        }
        return new Compact(chars.toString(), positions);
    }

    private static char alike(char c) {
        return switch (c) {
            case 'o', 'о' -> '0';
            case 'i', 'l', 'і' -> '1';
            case 'з' -> '3';
            case 'б' -> '6';
            case 'в', 'b' -> 'b';
            case 'н', 'h' -> 'h';
            case 'м', 'm' -> 'm';
            case 'к', 'k' -> 'k';
            case 'т', 't' -> 't';
            default -> Homoglyphs.toLatin(c);
        };
    }

    String chars() {
        return chars;
    }

    int position(int index) {
        return positions[index];
    }

    /// Whether a find stands on its own: long ones always do, short ones between non-word chars, and only those of
    /// six chars and more beyond the end of a line.
    boolean isWhole(String text, int from, int to, boolean fragment) {
        return fragment
                || (!(from > 0 && Character.isLetterOrDigit(text.charAt(from - 1)))
                        && !(to < text.length() && Character.isLetterOrDigit(text.charAt(to)))
                        && mayBreak(text, from, to));
    }

    private static boolean mayBreak(String text, int from, int to) {
        int line = text.indexOf('\n', from, to);
        return line < 0 || (to - from > BREAKABLE && text.indexOf('\n', line + 1, to) < 0);
    }
}
