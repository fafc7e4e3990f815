package org.safepassage.rehearsal.sample.people;

import org.safepassage.schemas.Sex;

/// How a language declines names. Each method takes the nominative and gives the form in a case; names that the
/// language leaves as they are come back unchanged. Stateless and thread-safe.
public sealed interface Declension permits BelarusianDeclension, RussianDeclension {
    /// A surname; women's surnames that end in a consonant do not decline.
    String surname(String nominative, Sex sex, GrammaticalCase to);

    /// A given name or a diminutive.
    String given(String nominative, Sex sex, GrammaticalCase to);

    /// A patronymic; its ending tells the sex.
    String patronymic(String nominative, GrammaticalCase to);

    /// The declension of a language.
    ///
    /// @throws IllegalArgumentException for English, which declines no names
    static Declension of(Language language) {
        return switch (language) {
            case BE -> new BelarusianDeclension();
            case RU -> new RussianDeclension();
            case EN -> throw new IllegalArgumentException("English declines no names");
        };
    }

    /// The stem with the ending of a case out of five, genitive to locative; the nominative is the word itself.
    static String inflect(
            String nominative,
            int cut,
            GrammaticalCase to,
            String genitive,
            String dative,
            String accusative,
            String instrumental,
            String locative) {
        String stem = nominative.substring(0, nominative.length() - cut);
        return switch (to) {
            case NOMINATIVE -> nominative;
            case GENITIVE -> stem + genitive;
            case DATIVE -> stem + dative;
            case ACCUSATIVE -> stem + accusative;
            case INSTRUMENTAL -> stem + instrumental;
            case LOCATIVE -> stem + locative;
        };
    }

    /// Whether the word ends in one of the letters.
    static boolean endsIn(String word, String letters) {
        return letters.indexOf(word.charAt(word.length() - 1)) >= 0;
    }
}
