package org.safepassage.schemas;

/// What medical staff found when they examined a person (Istanbul Protocol).
///
/// @param id unique in the case file
/// @param person id of who was examined
/// @param examiner id of who examined, or empty
/// @param date when
/// @param findings the words, may hold names
public record Examination(String id, String person, String examiner, NormalDate date, String findings) {
    @Override
    public String toString() {
        return "Examination[" + id + "]";
    }
}
