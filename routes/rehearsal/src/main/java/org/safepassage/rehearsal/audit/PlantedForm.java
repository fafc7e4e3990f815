package org.safepassage.rehearsal.audit;

/// One surface form that the generator put somewhere, as one line of `truth/ground-truth.jsonl` tells it. Holds an
/// identity: [#toString] names only whose.
///
/// @param caseId the truth's id of the case
/// @param file the partner's path of the file that shows it
/// @param person id of the person, unique in the case
/// @param type PERSON.SURNAME, CONTACT.PHONE and so on
/// @param value as it stands there
/// @param base the base or canonical form
public record PlantedForm(String caseId, String file, String person, String type, String value, String base) {
    /// Whether the type is a name of a person or a part of one.
    boolean isName() {
        return type.startsWith("PERSON");
    }

    @Override
    public String toString() {
        return "PlantedForm[" + caseId + ", " + person + ", " + type + "]";
    }
}
