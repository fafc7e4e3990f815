package org.safepassage.redact.evaluation;

import java.util.Set;

/// A place in an annotated text that points to somebody, as its annotator marked it.
///
/// @param start offset of its first code point
/// @param end offset after its last code point
/// @param type the annotator's word, with a dot when it is finer: `PERSON`, `CONTACT.PHONE`, `DATETIME`
/// @param entity whom or what it means, the same for all its mentions in one text; of a recorded person, the id
/// @param weight how strongly it identifies
/// @param slices what is special about it: `inflected`, `diminutive`
public record AnnotatedMention(int start, int end, String type, String entity, Weight weight, Set<String> slices) {
    /// The type of names of persons.
    public static final String PERSON = "PERSON";

    private static final String CONTACT = "CONTACT";

    /// How strongly a mention identifies the person whom a text is about.
    public enum Weight {
        /// By itself.
        DIRECT,
        /// Together with others.
        QUASI,
        /// The annotator found that it may stay.
        OPEN,
        /// The corpus does not tell.
        UNSAID;

        boolean mustGo() {
            return this == DIRECT || this == QUASI;
        }
    }

    public AnnotatedMention {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a mention has 0 <= start < end, was " + start + " to " + end);
        }
        slices = Set.copyOf(slices);
    }

    /// The type up to its dot.
    public String family() {
        return familyOf(type);
    }

    boolean namesPerson() {
        return family().equals(PERSON);
    }

    /// Whether a name in it is rightly found: also inside an address for mail or a handle, which is masked as a whole.
    boolean mayHoldName() {
        return namesPerson() || family().equals(CONTACT);
    }

    AnnotatedMention at(int newStart, int newEnd) {
        return new AnnotatedMention(newStart, newEnd, type, entity, weight, slices);
    }

    static String familyOf(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }
}
