package org.safepassage.redact.check;

import java.util.Arrays;

/// A text as its letters and digits alone, in lower case, letters that look alike as one, each with its place:
/// every way of grouping a number or writing a handle is the same. Immutable.
final class CompactStream {
    private byte[] bytes;
    private int[] at;
    private int length;

    private CompactStream(int room) {
        bytes = new byte[Math.max(16, room)];
        at = new int[Math.max(16, room)];
    }

    static CompactStream of(String original) {
        String text = Letters.plain(original);
        var stream = new CompactStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                stream.add(fold(c), i);
            }
        }
        return stream;
    }

    static byte[] bytes(String value) {
        CompactStream stream = of(value);
        return Arrays.copyOf(stream.bytes, stream.length);
    }

    private static byte fold(char c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return (byte) ('0' + digit);
        }
        char capital = Letters.toLatin(Character.toUpperCase(c));
        if (capital >= 'A' && capital <= 'Z') {
            return (byte) (capital + 32);
        }
        return (byte) ((Character.toLowerCase(c) & 0x7f) | 0x80);
    }

    private void add(byte value, int place) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
            at = Arrays.copyOf(at, length * 2);
        }
        bytes[length] = value;
        at[length++] = place;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int at(int index) {
        return at[index];
    }

    /// Whether nothing more than `gap` other chars stands between any two of these.
    boolean isClose(int from, int to, int gap) {
        for (int i = from + 1; i < to; i++) {
            if (at[i] - at[i - 1] > gap + 1) {
                return false;
            }
        }
        return true;
    }

    /// Whether no letter or digit touches these on either side.
    boolean isWhole(int from, int to) {
        return (from == 0 || at[from] - at[from - 1] > 1) && (to == length || at[to] - at[to - 1] > 1);
    }

    /// Whether no digit touches these on either side.
    boolean isWholeNumber(int from, int to) {
        return (from == 0 || at[from] - at[from - 1] > 1 || !isDigit(from - 1))
                && (to == length || at[to] - at[to - 1] > 1 || !isDigit(to));
    }

    private boolean isDigit(int index) {
        return bytes[index] >= '0' && bytes[index] <= '9';
    }
}
