package org.safepassage.release.decisions;

import java.util.HashSet;
import java.util.Set;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;

/// Whose identity the recipient may learn: the agreement allows the role, and the person consented to be named. Only
/// an alleged perpetrator is not asked.
final class WhoMayBeNamed {
    private WhoMayBeNamed() {}

    static Set<String> ids(Question question) {
        CaseFile caseFile = question.caseFile();
        Set<Role> roles =
                question.agreement().map(agreement -> agreement.mayBeNamed()).orElse(Set.of());
        var ids = new HashSet<String>();
        for (Person person : caseFile.persons()) {
            if (roles.contains(person.role())
                    && (person.role() == Role.ALLEGED_PERPETRATOR
                            || WhoSpeaksConsents.consentOf(person, caseFile).byName(question))) {
                ids.add(person.id());
            }
        }
        // An id that stands for two persons, of whom one may not be named, names nobody.
        caseFile.persons().stream()
                .filter(person -> caseFile.persons().stream()
                                .filter(other -> other.id().equals(person.id()))
                                .count()
                        > 1)
                .forEach(person -> ids.remove(person.id()));
        return ids;
    }
}
