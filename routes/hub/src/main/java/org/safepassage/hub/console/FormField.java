package org.safepassage.hub.console;

import java.util.List;

/// One field as a page shows it.
///
/// @param key its name in the form
/// @param label what it is called
/// @param hint what it means, and what holds when it is empty
/// @param kind how it is filled in
/// @param value what it holds; never that of a secret
/// @param placeholder what holds when it is empty
/// @param choices for [Kind#CHOICE]
/// @param required whether it must be filled in
/// @param error what is wrong with it; empty when nothing is known to be
record FormField(
        String key,
        String label,
        String hint,
        Kind kind,
        String value,
        String placeholder,
        List<Choice> choices,
        boolean required,
        String error) {
    FormField {
        choices = List.copyOf(choices);
    }

    /// How a field is filled in.
    enum Kind {
        LINE,
        LINES,
        NUMBER,
        CHOICE,
        CHECK,
        DAY,
        /// Written, never shown; the value is a reference or empty.
        SECRET,
        /// A secret of several lines.
        SECRET_LINES
    }

    /// One of several.
    record Choice(String value, String label) {}

    /// For the label and for links from the summary of errors.
    public String id() {
        return "f-" + key.replaceAll("[^A-Za-z0-9]", "-");
    }

    /// What a screen reader says beside the label.
    public String describedBy() {
        return error.isEmpty() ? id() + "-hint" : id() + "-hint " + id() + "-error";
    }

    @Override
    public String toString() {
        return "FormField[" + key + "]";
    }
}
