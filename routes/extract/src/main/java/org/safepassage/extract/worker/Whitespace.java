package org.safepassage.extract.worker;

/// One form for white space: lines end in `\n` without blanks before it, at most one empty line in a row, none at
/// either end. Lone surrogates and NUL, which no store takes, become U+FFFD. Nothing else changes.
final class Whitespace {
    private Whitespace() {}

    static String tidy(String raw) {
        var tidy = new StringBuilder(raw.length());
        int breaks = 0;
        int blanksFrom = -1;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\n' || c == '\f' || c == '\u000b' || c == '\u2028' || c == '\u2029') {
                breaks++;
                blanksFrom = -1;
            } else if (c == '\r') {
                if (i + 1 >= raw.length() || raw.charAt(i + 1) != '\n') {
                    breaks++;
                }
                blanksFrom = -1;
            } else if (c == ' ' || c == '\t' || c == '\u00a0') {
                blanksFrom = blanksFrom < 0 ? i : blanksFrom;
            } else {
                if (!tidy.isEmpty()) {
                    tidy.repeat("\n", Math.min(breaks, 2));
                }
                if (blanksFrom >= 0 && !tidy.isEmpty()) {
                    tidy.append(raw, blanksFrom, i);
                }
                breaks = 0;
                blanksFrom = -1;
                i = copy(raw, i, tidy);
            }
        }
        return tidy.toString();
    }

    /// Copies the code point at `i` and says where it ended.
    private static int copy(String raw, int i, StringBuilder tidy) {
        char c = raw.charAt(i);
        if (Character.isHighSurrogate(c) && i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))) {
            tidy.append(c).append(raw.charAt(i + 1));
            return i + 1;
        }
        tidy.append(Character.isSurrogate(c) || c == 0 ? '\ufffd' : c);
        return i;
    }
}
