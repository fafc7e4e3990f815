package org.safepassage.rehearsal.sample.people;

/// The cases that Belarusian and Russian decline a name in.
public enum GrammaticalCase {
    NOMINATIVE,
    GENITIVE,
    DATIVE,
    ACCUSATIVE,
    INSTRUMENTAL,
    LOCATIVE;

    /// The case with this abbreviation of a phrase book: `nom`, `gen`, `dat`, `acc`, `ins` or `loc`.
    ///
    /// @throws IllegalArgumentException for any other word
    public static GrammaticalCase ofAbbreviation(String word) {
        return switch (word) {
            case "nom" -> NOMINATIVE;
            case "gen" -> GENITIVE;
            case "dat" -> DATIVE;
            case "acc" -> ACCUSATIVE;
            case "ins" -> INSTRUMENTAL;
            case "loc" -> LOCATIVE;
            default -> throw new IllegalArgumentException("no grammatical case: " + word);
        };
    }
}
