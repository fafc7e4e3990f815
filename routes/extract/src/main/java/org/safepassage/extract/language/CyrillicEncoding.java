package org.safepassage.extract.language;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The encoding of Belarusian, Russian and Ukrainian texts from their bytes. Byte order marks and valid UTF-8 are
/// certain; among the eight-bit encodings the likely one is that in which the bytes read as Cyrillic words: lower case
/// after lower case, capitals at word starts, frequent letters frequent. Other scripts are left to other detectors.
/// Thread-safe.
public final class CyrillicEncoding {
    private static final List<String> EIGHT_BIT =
            List.of("windows-1251", "KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5", "x-MacCyrillic");
    private static final char FIRST = '\u0400';

    /// Makes the points of an ordinary letter positive.
    private static final double COMMON = 6;

    private static final double[] FREQUENCIES = frequencies();
    /// Words of the region score from 6.3 up, texts in Chinese, Japanese or Korean read as Cyrillic below 6.2.
    private static final double LEAST_SCORE = 6.2;

    private static final double LEAST_CYRILLIC_SHARE = 0.6;
    private static final double MOST_MIXED_SHARE = 0.3;

    private CyrillicEncoding() {}

    /// UTF-16 or UTF-8 with a byte order mark, UTF-16 whose bytes alternate in the manner of a text, and UTF-8 when
    /// there is at least one multi-byte character and no broken one (but for one that the end cuts).
    public static Optional<Charset> certain(byte[] prefix) {
        if (startsWith(prefix, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(prefix, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(prefix, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        Optional<Charset> utf16 = withoutMark(prefix);
        if (utf16.isPresent()) {
            return utf16;
        }
        return isMultiByteUtf8(prefix) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    /// The eight-bit Cyrillic encoding in which these bytes read best; empty when they do not read as Cyrillic.
    public static Optional<Charset> likely(byte[] prefix) {
        Optional<Charset> best = Optional.empty();
        double bestScore = LEAST_SCORE;
        for (String name : EIGHT_BIT) {
            Charset charset = Charset.forName(name);
            double score = score(new String(prefix, charset));
            // The first of equals wins: KOI8-U reads Russian as KOI8-R does.
            if (score > bestScore + 1e-9) {
                bestScore = score;
                best = Optional.of(charset);
            }
        }
        return best;
    }

    private static double score(String text) {
        int high = 0;
        int cyrillic = 0;
        int mixed = 0;
        double points = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (isCyrillic(c)) {
                high++;
                cyrillic++;
                mixed += isLatin(before) || isLatin(after) ? 1 : 0;
                points += letter(c, before, after);
            } else if (c >= 0x80) {
                high++;
                points += punctuation(c, before);
            }
            before = c;
        }
        // Accents of a Latin script stand among Latin letters.
        boolean other = cyrillic < LEAST_CYRILLIC_SHARE * high || mixed > MOST_MIXED_SHARE * cyrillic;
        return high == 0 || other ? 0 : points / high;
    }

    private static boolean isLatin(char c) {
        return c < 0x80 && Character.isLetter(c);
    }

    /// How likely the letter is, by its frequency and by its case after and before its neighbours.
    private static double letter(char c, char before, char after) {
        double points = COMMON + Math.log(FREQUENCIES[Character.toLowerCase(c) - FIRST]);
        if (Character.isLowerCase(c)) {
            return points;
        }
        if (!Character.isLetter(before)) {
            return points - 0.2;
        }
        return points - (Character.isUpperCase(before) && !Character.isLowerCase(after) ? 0.5 : 3);
    }

    private static double punctuation(char c, char before) {
        return switch (c) {
            case '«', '»', '—', '–', '„', '“', '”', '’', '‘', '№', '…', '\u00a0', '•', '§' -> 4;
            default -> Character.isLetter(before) ? -6 : -3;
        };
    }

    /// Percent, between Belarusian and Russian; letters of other languages hardly count.
    private static double[] frequencies() {
        var table = new double[0x100];
        java.util.Arrays.fill(table, 0.003);
        String letters = "аоеиінтсрлвкмдпуяызўьгбчйцхжшюэёщфъїєґ";
        double[] percent = {
            11, 9.5, 7.5, 5, 4, 6.3, 5.5, 5, 4.7, 4, 4, 3.5, 3, 3.2, 2.8, 2.9, 3.5, 2.4, 2.3, 1.5, 1.6, 1.6, 1.6, 1.4,
            1.1, 1.1, 0.9, 0.9, 0.8, 0.7, 0.8, 0.4, 0.3, 0.25, 0.04, 0.05, 0.05, 0.02
        };
        for (int i = 0; i < percent.length; i++) {
            table[letters.charAt(i) - FIRST] = percent[i];
        }
        return table;
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x0400 && c <= 0x04FF;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> withoutMark(byte[] prefix) {
        int pairs = Math.min(prefix.length, 4096) / 2;
        if (pairs < 2) {
            return Optional.empty();
        }
        int little = 0;
        int big = 0;
        for (int i = 0; i < pairs; i++) {
            int even = prefix[2 * i] & 0xff;
            int odd = prefix[2 * i + 1] & 0xff;
            little += isHighByte(odd) && !isHighByte(even) ? 1 : 0;
            big += isHighByte(even) && !isHighByte(odd) ? 1 : 0;
        }
        if (little > 0.7 * pairs) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return big > 0.7 * pairs ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /// High bytes of Latin, Cyrillic and general punctuation in UTF-16; none but 0x20 occurs in other text files.
    private static boolean isHighByte(int b) {
        return b == 0x00 || b == 0x04;
    }

    private static boolean isMultiByteUtf8(byte[] prefix) {
        boolean multi = false;
        for (byte b : prefix) {
            multi |= b < 0;
        }
        if (!multi) {
            return false;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(prefix);
        // Not the end of input: a character that the prefix cuts is no error.
        return !decoder.decode(bytes, CharBuffer.allocate(prefix.length + 1), false)
                        .isError()
                && bytes.remaining() < 4;
    }
}
