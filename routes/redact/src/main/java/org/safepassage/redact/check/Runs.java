package org.safepassage.redact.check;

import java.io.IOException;
import java.util.Base64;

/// Stretches of a text that may be bytes in base64 or in hexadecimal digits.
final class Runs {
    private static final int LEAST = 12;
    /// Shorter lines are words, not lines of a longer run.
    private static final int LEAST_LINE = 16;

    private final String text;
    private final Visitor visitor;

    private Runs(String text, Visitor visitor) {
        this.text = text;
        this.visitor = visitor;
    }

    /// Is told of bytes that some stretch of the text may stand for.
    @FunctionalInterface
    interface Visitor {
        /// @param step how the stretch is written
        /// @param at its offset
        void found(String step, int at, byte[] bytes) throws UnreadableFile, IOException;
    }

    static void each(String text, Visitor visitor) throws UnreadableFile, IOException {
        var search = new Runs(text, visitor);
        search.base64();
        search.hex();
    }

    private void base64() throws UnreadableFile, IOException {
        int i = 0;
        while (i < text.length()) {
            if (!isBase64(i)) {
                i++;
                continue;
            }
            int start = i;
            int lines = 0;
            int line = lineEnd(i);
            if (line - i < LEAST) {
                i = line;
                continue;
            }
            var block = new StringBuilder();
            while (line > i) {
                block.append(text, i, line);
                lines++;
                if (lines > 1 || continuation(line, i) > 0) {
                    decode(text.substring(i, line), i);
                }
                int next = continuation(line, i);
                i = next > 0 ? next : line;
                line = next > 0 ? lineEnd(i) : i;
            }
            decode(block.toString(), start);
            i = Math.max(i, start + 1);
        }
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && isBase64(end)) {
            end++;
        }
        return end;
    }

    /// Where the run goes on in the next line, 0 when it does not.
    private int continuation(int end, int start) {
        int i = end;
        while (i < text.length() && text.charAt(i) == '=') {
            i++;
        }
        if (end - start < LEAST_LINE || i >= text.length() || (text.charAt(i) != '\r' && text.charAt(i) != '\n')) {
            return 0;
        }
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && isBase64(i) ? i : 0;
    }

    private boolean isBase64(int at) {
        char c = text.charAt(at);
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '/' && c <= '9')
                || c == '+'
                || c == '-'
                || c == '_';
    }

    /// At each of the four places where a group of four may begin, since letters before it may belong to the run.
    private void decode(String written, int at) throws UnreadableFile, IOException {
        if (written.length() < LEAST) {
            return;
        }
        String chars = written.replace('-', '+').replace('_', '/');
        for (int shift = 0; shift < 4; shift++) {
            int length = chars.length() - shift;
            int usable = length % 4 == 1 ? length - 1 : length;
            byte[] bytes = Base64.getDecoder().decode(chars.substring(shift, shift + usable));
            visitor.found("base64", at, bytes);
        }
    }

    private void hex() throws UnreadableFile, IOException {
        int i = 0;
        var digits = new StringBuilder();
        while (i < text.length()) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                i++;
                continue;
            }
            int start = i;
            digits.setLength(0);
            while (i < text.length() && Character.digit(text.charAt(i), 16) >= 0) {
                digits.append(text.charAt(i));
                i++;
                if (digits.length() % 2 == 0 && i + 1 < text.length()) {
                    i = nextPair(i);
                }
            }
            if (digits.length() >= LEAST) {
                bytes(digits, 0, start);
                bytes(digits, 1, start);
            }
        }
    }

    /// Behind one separator of pairs when another digit follows it, otherwise here.
    private int nextPair(int at) {
        int i = at;
        while (i < text.length() && i < at + 4 && " :,-\r\n\\x0".indexOf(text.charAt(i)) >= 0) {
            i++;
            boolean pair = i + 1 < text.length()
                    && Character.digit(text.charAt(i), 16) >= 0
                    && Character.digit(text.charAt(i + 1), 16) >= 0;
            if (text.charAt(i - 1) != '0' && pair && !isPrefix(i)) {
                return i;
            }
        }
        return at;
    }

    private boolean isPrefix(int at) {
        return text.charAt(at) == '0' && at + 1 < text.length() && text.charAt(at + 1) == 'x';
    }

    private void bytes(CharSequence digits, int shift, int at) throws UnreadableFile, IOException {
        byte[] bytes = new byte[(digits.length() - shift) / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(digits.charAt(shift + 2 * i), 16);
            bytes[i] = (byte) ((high << 4) | Character.digit(digits.charAt(shift + 2 * i + 1), 16));
        }
        visitor.found("hex", at, bytes);
    }
}
