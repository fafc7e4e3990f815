package org.safepassage.redact.recognisers;

import java.math.BigInteger;
import java.util.Locale;

/// Check digits of numbers that carry one.
final class CheckDigits {
    private static final int[] PERSONAL_WEIGHTS = {7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7};

    private CheckDigits() {}

    /// ISO/IEC 7812-1 annex B (Luhn).
    static boolean luhn(String written) {
        String digits = written.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0 && digits.chars().distinct().count() > 1;
    }

    /// ISO 13616 (IBAN), mod 97.
    static boolean iban(String written) {
        String compact = written.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        if (compact.length() < 15 || compact.length() > 34) {
            return false;
        }
        var number = new StringBuilder();
        String turned = compact.substring(4) + compact.substring(0, 4);
        turned.chars().forEach(c -> number.append(Character.digit(c, 36)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /// Belarusian personal number: fourteen characters, the last the check digit under the weights 7, 3, 1 of ICAO
    /// 9303, letters counting from A = 10.
    static boolean personalNumber(String written) {
        String compact = written.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        if (compact.length() != 14) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += Character.digit(latin(compact.charAt(i)), 36) * PERSONAL_WEIGHTS[i];
        }
        return sum % 10 == compact.charAt(13) - '0';
    }

    private static char latin(char c) {
        int at = "АВСЕНКМРТХ".indexOf(c);
        return at < 0 ? c : "ABCEHKMPTX".charAt(at);
    }
}
