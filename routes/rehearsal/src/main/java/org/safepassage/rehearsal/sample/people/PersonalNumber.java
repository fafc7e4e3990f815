package org.safepassage.rehearsal.sample.people;

import java.time.LocalDate;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.schemas.Sex;

/// The identification number in Belarusian papers: 14 characters, `3140387A012PB4`. First digit for sex and century,
/// birth date as ddMMyy, letter of a region, three digits, two letters, and a check digit over the first 13 with the
/// weights 7, 3, 1 (letters count from A = 10), as in machine-readable papers (ICAO Doc 9303 part 3).
public final class PersonalNumber {
    private static final int[] WEIGHTS = {7, 3, 1};

    private PersonalNumber() {}

    /// A number with a valid check digit for a person of this sex and date of birth.
    public static String invent(Sex sex, LocalDate born, Dice dice) {
        int century = born.getYear() < 2000 ? 3 : 5;
        int first = century + (sex == Sex.FEMALE ? 1 : 0);
        String head =
                "%d%02d%02d%02d".formatted(first, born.getDayOfMonth(), born.getMonthValue(), born.getYear() % 100)
                        + dice.letters(1, "ABCEHKM")
                        + dice.digits(3)
                        + "PB";
        return head + checkDigit(head);
    }

    /// Whether the last of 14 characters is the check digit of the others.
    public static boolean isValid(String number) {
        return number.matches("[1-6][0-9]{6}[ABCEHKM][0-9]{3}[A-Z]{2}[0-9]")
                && checkDigit(number.substring(0, 13)) == number.charAt(13) - '0';
    }

    private static int checkDigit(String head) {
        int sum = 0;
        for (int i = 0; i < head.length(); i++) {
            sum += Character.digit(head.charAt(i), 36) * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10;
    }
}
