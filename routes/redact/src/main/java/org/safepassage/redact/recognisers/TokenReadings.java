package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.text.Homoglyphs;

/// What a token may have been meant to be before a scan, a keyboard or a file name got at it.
final class TokenReadings {
    private TokenReadings() {}

    /// The readings of a token: as written, without an English possessive, with digits read as the letters that OCR
    /// takes for them, and as Cyrillic when every Latin letter has a Cyrillic double.
    static List<String> of(String token) {
        var readings = new ArrayList<String>(2);
        String word = token.endsWith("'s") ? token.substring(0, token.length() - 2) : token;
        readings.add(word);
        if (!token.equals(word)) {
            readings.add(token);
        }
        if (word.chars().anyMatch(Character::isDigit)) {
            readings.set(0, OcrReadings.lettersForDigits(word));
            if (word.indexOf('1') >= 0) {
                readings.add(OcrReadings.lettersForDigits(word.replace('1', 'i')));
            }
        }
        int digits = digitsAtEnd(word);
        if (digits > 0 && digits < word.length() - 1) {
            readings.add(word.substring(0, word.length() - digits));
        }
        String first = readings.get(0);
        if (first.charAt(0) < 0x0400) {
            readings.addAll(OcrReadings.latin(first));
            var doubles = new StringBuilder();
            for (int i = 0; i < first.length(); i++) {
                doubles.append(Homoglyphs.toCyrillic(first.charAt(i)));
            }
            if (doubles.chars().allMatch(c -> c >= 0x0400 || c == '\'')) {
                readings.add(doubles.toString());
            }
        }
        return readings;
    }

    /// A number glued to a name, as in file names: how many digits there are.
    private static int digitsAtEnd(String word) {
        int digits = 0;
        while (digits < word.length() && Character.isDigit(word.charAt(word.length() - 1 - digits))) {
            digits++;
        }
        return digits;
    }
}
