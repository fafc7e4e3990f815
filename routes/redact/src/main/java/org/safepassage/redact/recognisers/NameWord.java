package org.safepassage.redact.recognisers;

/// One word of one person's names.
///
/// @param person index of the person in the case
/// @param kind what part of the name it is
/// @param base lower-case base form in folded spelling
/// @param small whether the record writes it without a capital, so that its case tells nothing
record NameWord(int person, Kind kind, String base, boolean small) {
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
