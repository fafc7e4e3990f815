package org.safepassage.hub.pipeline.steps;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Everything that the record gives to be searched for: its persons, and the partner's own case number, which names
/// nobody but leads back to the case.
final class KnownToCase {
    private KnownToCase() {}

    static List<Person> of(CaseFile caseFile) {
        var known = new ArrayList<>(caseFile.persons());
        known.add(new Person(
                "case-number",
                Role.OTHER,
                Sex.UNKNOWN,
                List.of(PersonName.of("")),
                List.of(new Identifier(Identifier.Type.OTHER, caseFile.partnerCaseNumber()))));
        return known;
    }
}
