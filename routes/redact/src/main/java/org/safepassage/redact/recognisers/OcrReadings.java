package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;

/// What optical recognition makes of letters, read back.
final class OcrReadings {
    private static final String DIGITS = "0123456789";
    private static final String CYRILLIC = "оіззчбб7вд";
    private static final String LATIN = "olzeasbtbg";

    private OcrReadings() {}

    /// The word with its digits as the letters they are mistaken for, in the script of its other letters.
    static String lettersForDigits(String word) {
        boolean cyrillic = word.chars().anyMatch(c -> c >= 0x0400 && c <= 0x052F);
        var result = new StringBuilder(word);
        for (int i = 0; i < result.length(); i++) {
            int digit = DIGITS.indexOf(result.charAt(i));
            if (digit >= 0) {
                result.setCharAt(i, (cyrillic ? CYRILLIC : LATIN).charAt(digit));
            }
        }
        return result.toString();
    }

    /// Latin letter groups that look alike in print, each way: one of them mistaken, or all.
    static List<String> latin(String word) {
        var readings = new ArrayList<String>();
        for (String pair : List.of("rn=m", "vv=w", "cl=d", "ii=u", "li=h", "m=rn")) {
            int at = pair.indexOf('=');
            String from = pair.substring(0, at);
            String to = pair.substring(at + 1);
            int first = word.indexOf(from);
            for (int i = first; i >= 0 && word.indexOf(from, first + 1) >= 0; i = word.indexOf(from, i + 1)) {
                readings.add(word.substring(0, i) + to + word.substring(i + from.length()));
            }
            if (first >= 0) {
                readings.add(word.replace(from, to));
            }
        }
        return readings;
    }
}
