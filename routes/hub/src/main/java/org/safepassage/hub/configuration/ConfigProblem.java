package org.safepassage.hub.configuration;

/// Something wrong in a configuration file, told so that the operator can mend it without seeing a value repeated.
///
/// @param file path below the configuration folder
/// @param line counts from 1; 0 when the whole file is meant
/// @param place JSON pointer inside the file, empty for the whole
/// @param message what is wrong and what to do
public record ConfigProblem(String file, int line, String place, String message) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (place.isEmpty() ? "" : " " + place) + ": " + message;
    }
}
