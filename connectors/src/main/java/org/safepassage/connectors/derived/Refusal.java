package org.safepassage.connectors.derived;

/// Why an operator's Kamelet is not used; never with a value of it.
///
/// @param file its name
/// @param line counts from 1; 0 when the whole file is meant
/// @param place JSON pointer inside the file, empty for the whole
/// @param message what is refused and what to do
public record Refusal(String file, int line, String place, String message) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (place.isEmpty() ? "" : " " + place) + ": " + message;
    }
}
