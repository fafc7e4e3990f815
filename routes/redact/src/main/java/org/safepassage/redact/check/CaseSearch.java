package org.safepassage.redact.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.policies.Policy;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Person;

/// Everything that must not leave with one case for one recipient, and both searches for it. Immutable once built.
final class CaseSearch {
    private final Reread reread;
    private final NameSearch names;
    private final ValueSearch values;
    private final PhraseSearch phrases;
    private final BirthDates births;
    private final StrayIdentifiers strays;
    private final RawPatterns raw;

    CaseSearch(CaseFile caseFile, Allowance allowance, Collection<String> otherNames, CaseKnowledge knowledge) {
        List<Person> recorded = everybody(caseFile, allowance);
        List<Person> persons = knowledge.persons(recorded);
        List<Person> named = persons.stream().filter(allowance::names).toList();
        List<Person> unnamed =
                persons.stream().filter(person -> !allowance.names(person)).toList();
        var values = new ArrayList<>(KnownValue.caseNumber(caseFile.partnerCaseNumber()));
        var phrases = new PhraseSearch.Builder();
        var births = new ArrayList<String>();
        for (Person person : persons) {
            for (Identifier identifier : person.identifiers()) {
                String type = mentionType(identifier.type());
                if (keeps(allowance, person, type)) {
                    continue;
                }
                values.addAll(KnownValue.of(identifier, type));
                switch (identifier.type()) {
                    case ADDRESS -> phrases.addAddress(type, identifier.value());
                    case WORKPLACE -> phrases.addWorkplace(type, identifier.value());
                    case BIRTH_DATE -> births.add(identifier.value());
                    default -> {}
                }
            }
        }
        for (Exhibit exhibit : caseFile.exhibits()) {
            values.addAll(KnownValue.fileName(exhibit.path()));
        }
        this.reread = new Reread(recorded, allowance, knowledge);
        var others =
                otherNames.stream().filter(name -> !knowledge.isNobody(name)).toList();
        this.names = new NameSearch(new SoughtNames(named, unnamed, others));
        this.values = new ValueSearch(values);
        this.phrases = phrases.build();
        this.births = new BirthDates(births);
        this.strays = new StrayIdentifiers(allowance.policy());
        this.raw = new RawPatterns(named, unnamed, values);
    }

    /// Searches a text in every way that its kind allows.
    void search(View view, HitList hits) {
        if (hits.isFull()) {
            return;
        }
        SoundStream sounds = SoundStream.of(view.text());
        names.search(view, sounds, hits);
        phrases.search(view, sounds, hits);
        values.search(view, CompactStream.of(view.text()), hits);
        births.search(view, hits);
        if (view.kind().hasStrays()) {
            strays.search(view, hits);
        }
        if (view.kind().isReread()) {
            reread.search(view, hits);
        }
    }

    /// What is searched for in bytes that are no text.
    RawPatterns raw() {
        return raw;
    }

    private static List<Person> everybody(CaseFile caseFile, Allowance allowance) {
        Map<String, Person> persons = new LinkedHashMap<>();
        caseFile.persons().forEach(person -> persons.put(person.id(), person));
        allowance.persons().forEach(person -> persons.putIfAbsent(person.id(), person));
        return List.copyOf(persons.values());
    }

    private static boolean keeps(Allowance allowance, Person person, String type) {
        String row = allowance.permitted().contains(person.id()) ? Policy.PERMITTED : Policy.row(person.role());
        return allowance.policy().action(row, type) == Action.KEEP;
    }

    private static String mentionType(Identifier.Type type) {
        return switch (type) {
            case PHONE -> "CONTACT.PHONE";
            case EMAIL -> "CONTACT.EMAIL";
            case SOCIAL_HANDLE -> "CONTACT.SOCIAL";
            case ADDRESS -> "LOCATION.ADDRESS";
            case WORKPLACE -> "ORGANISATION.WORKPLACE";
            case BIRTH_DATE -> "DATE.BIRTH";
            case PASSPORT, PERSONAL_NUMBER, VEHICLE_PLATE, MEDICAL_RECORD, OTHER ->
                "CODE." + type.name().toUpperCase(Locale.ROOT);
        };
    }
}
