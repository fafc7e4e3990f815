package org.safepassage.redact;

import java.util.List;
import java.util.Set;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.Pseudonyms;
import org.safepassage.schemas.Person;

/// All that decides what one recipient may see of one case. Immutable.
///
/// @param policy what the agreement asks for
/// @param permitted ids of persons who may be named, from the recorded decision
/// @param persons everybody whom the record names
/// @param pseudonyms the codes under which the recipient knows persons
/// @param entityPrefix what makes a person's id unique among cases, such as the case file's id and a slash
public record Allowance(
        Policy policy, Set<String> permitted, List<Person> persons, Pseudonyms pseudonyms, String entityPrefix) {
    public Allowance {
        permitted = Set.copyOf(permitted);
        persons = List.copyOf(persons);
    }

    /// Whether this person stays named: permitted, or of a role that the policy keeps.
    public boolean names(Person person) {
        return permitted.contains(person.id()) || policy.keepsNamesOf(person.role());
    }

    @Override
    public String toString() {
        return "Allowance[" + policy.name() + "]";
    }
}
