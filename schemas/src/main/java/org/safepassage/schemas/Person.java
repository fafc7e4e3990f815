package org.safepassage.schemas;

import java.util.List;

/// Somebody whom the record names. Immutable; [#toString] names only the id and role.
///
/// @param id unique in the case file, the partner's own or made by the mapping
/// @param role what the person is in this case
/// @param sex for the grammar of a pseudonym
/// @param names the official name first, then aliases, other scripts and diminutives; at least one
/// @param identifiers numbers, addresses, contacts, places of work and dates of birth
public record Person(String id, Role role, Sex sex, List<PersonName> names, List<Identifier> identifiers) {
    public Person {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public String toString() {
        return "Person[" + id + ", " + role + "]";
    }
}
