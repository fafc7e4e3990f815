package org.safepassage.schemas;

/// Something that happened.
///
/// @param id unique in the case file
/// @param type word of the glossary such as `arrest`, `detention`, `ill-treatment`
/// @param date when
/// @param place where
/// @param description the partner's words, may hold names
public record Event(String id, String type, NormalDate date, Place place, String description) {
    @Override
    public String toString() {
        return "Event[" + id + "]";
    }
}
