package org.safepassage.extract.records;

/// Something that keeps a partner's record from becoming a case file. Names places, never a value.
///
/// @param field JSON Pointer (RFC 6901) into the case file; empty when the case file was not reached
/// @param place JSON Pointer into the partner's record, or a line and column; empty when it is not known
/// @param message what is wrong and what the partner can do, one sentence
public record Problem(String field, String place, String message) {
    /// The problem in one line, for a hold's `where`.
    public String where() {
        String at = place.isEmpty() ? "" : " (in the record: " + place + ")";
        return (field.isEmpty() ? "" : field + ": ") + message + at;
    }
}
