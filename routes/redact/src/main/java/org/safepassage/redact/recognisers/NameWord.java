package org.safepassage.redact.recognisers;

/// One word of one person's names.
///
/// @param person index of the person in the case, or [#CROWD]
/// @param kind what part of the name it is
/// @param base lower-case base form in folded spelling
/// @param small whether the record writes it without a capital, so that its case tells nothing
record NameWord(int person, Kind kind, String base, boolean small) {
    /// Stands for so many persons who share a form that it points to none of them.
    static final int CROWD = -1;

    /// The same word as anybody's of many.
    NameWord ofCrowd() {
        return new NameWord(CROWD, kind, base, small);
    }

    /// As anybody's of many whose names sound alike, of which nothing but the script is the same.
    NameWord ofCrowdBySound() {
        return new NameWord(CROWD, kind, base.charAt(0) >= 0x0400 ? "а" : "a", small);
    }

    enum Kind {
        SURNAME,
        GIVEN,
        PATRONYMIC,
        /// The only word of a name, or a word whose part in the name is not known.
        NAME,
        /// A diminutive or another language's form of a given name.
        EVERYDAY
    }
}
