package org.safepassage.redact.check;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Bytes as the texts that they may be. UTF-8 is sure of itself; what is not UTF-8 is read in every other way in
/// which it looks like words, and runs of readable characters are taken out of the rest.
final class Charsets {
    private static final List<Charset> WIDE = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final List<Charset> NARROW =
            List.of(Charset.forName("windows-1251"), Charset.forName("KOI8-R"), Charset.forName("IBM866"));
    private static final int LEAST_RUN = 6;
    /// Wider than any gap inside a date or a number, so that none is put together from two runs.
    private static final String BETWEEN_RUNS = "\t\t\t\t";
    private static final double WORDS = 0.85;

    private Charsets() {}

    /// One reading of some bytes.
    ///
    /// @param charset its name
    /// @param likely whether no other reading has more small letters and fewer capitals
    /// @param text what they say
    record Reading(String charset, boolean likely, String text) {
        @Override
        public String toString() {
            return "Reading[" + charset + "]";
        }
    }

    /// Every plausible reading; none when the bytes are no text.
    static List<Reading> readings(byte[] bytes, int from, int length) {
        var readings = new ArrayList<Reading>();
        if (length <= 0) {
            return readings;
        }
        int controls = 0;
        for (int i = from; i < from + length; i++) {
            int b = bytes[i] & 0xff;
            controls += b < 9 || (b > 13 && b < 32 && b != 27) || b == 127 ? 1 : 0;
        }
        String utf8 = controls * 3 <= length ? utf8(bytes, from, length) : null;
        if (utf8 != null) {
            readings.add(new Reading("utf-8", true, utf8));
            return readings;
        }
        if (controls * 50 <= length) {
            addIfWords(StandardCharsets.UTF_8, bytes, from, length, readings);
            NARROW.forEach(charset -> addIfWords(charset, bytes, from, length, readings));
        }
        if (mayBeWide(bytes, from, length)) {
            WIDE.forEach(charset -> addIfWords(charset, bytes, from, length, readings));
        }
        return ranked(readings);
    }

    /// In UTF-16 of our scripts one byte of two is one of four.
    private static boolean mayBeWide(byte[] bytes, int from, int length) {
        int high = 0;
        int step = Math.max(1, length / 4_000);
        int seen = 0;
        for (int i = from; i + 1 < from + length; i += step) {
            high += isHigh(bytes[i]) || isHigh(bytes[i + 1]) ? 1 : 0;
            seen++;
        }
        return high * 2 >= seen;
    }

    private static boolean isHigh(byte value) {
        return value == 0 || value == 1 || value == 4 || value == 0x20;
    }

    private static List<Reading> ranked(List<Reading> readings) {
        long best = readings.stream().mapToLong(Charsets::smallness).max().orElse(0);
        return readings.stream()
                .map(reading -> new Reading(reading.charset(), smallness(reading) == best, reading.text()))
                .toList();
    }

    private static long smallness(Reading reading) {
        return reading.text()
                .chars()
                .map(c -> Character.isLowerCase(c) ? 1 : Character.isUpperCase(c) ? -1 : 0)
                .sum();
    }

    /// Readable runs of six characters and more, in UTF-8 and both orders of UTF-16, divided by tabs.
    static String runs(byte[] bytes, int length) {
        var out = new StringBuilder();
        narrowRuns(bytes, length, out);
        for (int parity = 0; parity < 2; parity++) {
            wideRuns(bytes, length, parity, 0, out);
            wideRuns(bytes, length, parity, 1, out);
        }
        return out.toString();
    }

    private static @org.jspecify.annotations.Nullable String utf8(byte[] bytes, int from, int length) {
        int start = from;
        int end = from + length;
        while (start < end && start < from + 3 && (bytes[start] & 0xC0) == 0x80) {
            start++;
        }
        for (int cut = 0; cut < 4 && end - cut > start; cut++) {
            try {
                CharBuffer chars = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, start, end - cut - start));
                return chars.toString();
            } catch (CharacterCodingException e) {
                if ((bytes[end - cut - 1] & 0x80) == 0) {
                    return null;
                }
            }
        }
        return null;
    }

    private static void addIfWords(Charset charset, byte[] bytes, int from, int length, List<Reading> readings) {
        String text = new String(bytes, from, length, charset);
        int readable = 0;
        for (int i = 0; i < text.length(); i++) {
            readable += isReadable(text.charAt(i)) ? 1 : 0;
        }
        if (readable >= text.length() * WORDS) {
            readings.add(new Reading(charset.name(), false, text));
        }
    }

    private static boolean isReadable(char c) {
        return (c >= 0x20 && c < 0x7f)
                || c == '\n'
                || c == '\r'
                || c == '\t'
                || c == '\f'
                || (c >= 0x400 && c < 0x492)
                || (c >= 0xc0 && c < 0x180)
                || "«»—–…№’“”„\u00a0\u00ad\u200b\ufeff".indexOf(c) >= 0;
    }

    private static void narrowRuns(byte[] bytes, int length, StringBuilder out) {
        int i = 0;
        while (i < length) {
            int end = i;
            int chars = 0;
            int size = sequence(bytes, end, length);
            while (size > 0) {
                end += size;
                chars++;
                size = sequence(bytes, end, length);
            }
            if (chars >= LEAST_RUN) {
                out.append(new String(bytes, i, end - i, StandardCharsets.UTF_8))
                        .append(BETWEEN_RUNS);
            }
            i = end + 1;
        }
    }

    /// Bytes of the readable UTF-8 character here, 0 when there is none.
    private static int sequence(byte[] bytes, int at, int length) {
        if (at >= length) {
            return 0;
        }
        int b = bytes[at] & 0xff;
        if ((b >= 0x20 && b < 0x7f) || b == '\n' || b == '\r') {
            return 1;
        }
        boolean two = b >= 0xc3 && b < 0xd4 && at + 1 < length && (bytes[at + 1] & 0xc0) == 0x80;
        return two ? 2 : 0;
    }

    private static void wideRuns(byte[] bytes, int length, int parity, int high, StringBuilder out) {
        int start = out.length();
        for (int i = parity; i + 1 < length; i += 2) {
            char c = (char) ((bytes[i + high] & 0xff) | ((bytes[i + 1 - high] & 0xff) << 8));
            if (isHigh(bytes[i + 1 - high]) && isReadable(c)) {
                out.append(c);
            } else {
                start = close(out, start);
            }
        }
        close(out, start);
    }

    private static int close(StringBuilder out, int start) {
        if (out.length() - start < LEAST_RUN) {
            out.setLength(start);
        } else {
            out.append(BETWEEN_RUNS);
        }
        return out.length();
    }
}
