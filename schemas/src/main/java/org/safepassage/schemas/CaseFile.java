package org.safepassage.schemas;

import java.util.List;
import java.util.Optional;

/// Everything a partner tells about one case, in the hub's own vocabulary. Immutable; holds identities, so it is never
/// logged and [#toString] names only the id.
///
/// @param id assigned by the hub
/// @param partner name of the giving partner's configuration
/// @param partnerCaseNumber the partner's own number, kept so that a finding can go back under it
/// @param title the partner's own title, which may hold names; empty when there is none
/// @param categories what is alleged, in lower-case words of the glossary such as `torture`
/// @param persons everybody whom the record names, each with one role
/// @param events what happened, when and where
/// @param statements what persons said, in their own words
/// @param examinations what medical staff found
/// @param exhibits files that came with the record
/// @param consents what persons allow
public record CaseFile(
        CaseFileVersion id,
        String partner,
        String partnerCaseNumber,
        String title,
        List<String> categories,
        List<Person> persons,
        List<Event> events,
        List<Statement> statements,
        List<Examination> examinations,
        List<Exhibit> exhibits,
        List<Consent> consents) {

    public CaseFile {
        categories = List.copyOf(categories);
        persons = List.copyOf(persons);
        events = List.copyOf(events);
        statements = List.copyOf(statements);
        examinations = List.copyOf(examinations);
        exhibits = List.copyOf(exhibits);
        consents = List.copyOf(consents);
    }

    /// The person with this id, if the record names one.
    public Optional<Person> findPerson(String personId) {
        return persons.stream().filter(person -> person.id().equals(personId)).findFirst();
    }

    @Override
    public String toString() {
        return "CaseFile[" + id + "]";
    }
}
