package org.safepassage.rehearsal.sample.people;

import java.util.List;

/// A person as one text shows them: the words, and what in those words points to the person.
///
/// @param text the words
/// @param marks the whole and its telling parts, each a piece of `text`
public record Surface(String text, List<Mark> marks) {
    public Surface {
        marks = List.copyOf(marks);
    }

    /// One telling piece.
    ///
    /// @param type PERSON.FULL, PERSON.SURNAME, CONTACT.PHONE and so on
    /// @param value as it stands in the text
    /// @param base its base form
    public record Mark(String type, String value, String base) {}

    /// A surface that is one piece.
    static Surface of(String type, String value, String base) {
        return new Surface(value, List.of(new Mark(type, value, base)));
    }
}
