package org.safepassage.rehearsal.sample.truth;

import org.safepassage.schemas.Role;

/// One surface form of one person that was put somewhere.
///
/// @param place where in its file: `text`, `header`, `metadata`, `exif`, `filename`, `record` and so on
/// @param personId whose
/// @param role that person's role in the case
/// @param type PERSON.SURNAME, CONTACT.PHONE and so on; the words of the hub's own mention types
/// @param value exactly as written there
/// @param base the person's base form or the identifier's canonical form
public record Planted(String place, String personId, Role role, String type, String value, String base) {
    /// The same form somewhere else.
    public Planted at(String otherPlace) {
        return new Planted(otherPlace, personId, role, type, value, base);
    }

    /// The same form with another spelling of its value.
    public Planted written(String otherValue) {
        return new Planted(place, personId, role, type, otherValue, base);
    }
}
