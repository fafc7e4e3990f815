package org.safepassage.hub.doors;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A partner's words for the eye: every character that is not seen, that a terminal obeys or that turns the direction
/// of writing is written as JSON writes it.
public final class PlainText {
    private PlainText() {}

    /// Several lines, each by itself.
    public static String lines(String text) {
        return Arrays.stream(text.split("\n", -1)).map(PlainText::line).collect(Collectors.joining("\n"));
    }

    /// One line.
    public static String line(String text) {
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (isHidden(Character.getType(point))) {
                for (char unit : Character.toChars(point)) {
                    plain.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
                }
            } else {
                plain.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return plain.toString();
    }

    private static boolean isHidden(int type) {
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
