package org.safepassage.redact.recognisers;

import org.safepassage.schemas.Sex;

/// A token that may be a form of a name word.
///
/// @param word which name word
/// @param quality how well it agrees
/// @param stem length of the stem that agrees, in letters or sounds
/// @param fit whom the form can mean by its ending
record Hit(NameWord word, Quality quality, int stem, Fit fit) {
    /// Best first.
    enum Quality {
        EXACT,
        TRANSLITERATED,
        SOUND,
        /// One vowel stands for another.
        VOWEL,
        /// One letter is lost, added, changed or swapped.
        MISSPELT
    }

    /// What an ending says of who is meant.
    enum Fit {
        ANY,
        MALE,
        FEMALE,
        PLURAL;

        boolean excludes(Sex sex) {
            return this == PLURAL || (this == MALE && sex == Sex.FEMALE) || (this == FEMALE && sex == Sex.MALE);
        }
    }

    boolean betterThan(Hit other) {
        int byQuality = quality.compareTo(other.quality);
        if (byQuality != 0) {
            return byQuality < 0;
        }
        return (fit == Fit.ANY && other.fit != Fit.ANY) || (fit == other.fit && stem > other.stem);
    }
}
