package org.safepassage.redact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// What reviewers of a case said that its record does not say: it is searched for in all texts of the case, in every
/// form,
/// like what the record gives. Immutable. Holds words: it is identity.
///
/// @param names more names of persons of the record, by the person's id
/// @param strangers names of persons whom the record does not name; mentions of them are linked to nobody
/// @param values numbers, contacts and the like, of anybody
/// @param nobody words that a recogniser took for a person and that are none, here
public record CaseKnowledge(
        SortedMap<String, SortedSet<String>> names,
        SortedSet<String> strangers,
        SortedSet<String> values,
        SortedSet<String> nobody) {
    /// Nothing was said.
    public static final CaseKnowledge NONE =
            new CaseKnowledge(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    /// Ids of persons whom nobody recorded: no record's id begins so.
    private static final String UNRECORDED = "~";

    public CaseKnowledge {
        names = new TreeMap<>(names);
        strangers = new TreeSet<>(strangers);
        values = new TreeSet<>(values);
        nobody = new TreeSet<>(nobody);
    }

    /// Whether nothing was said.
    @JsonIgnore
    public boolean isEmpty() {
        return names.isEmpty() && strangers.isEmpty() && values.isEmpty() && nobody.isEmpty();
    }

    /// This and what was said later, which counts where both speak of the same words.
    public CaseKnowledge and(CaseKnowledge later) {
        var allNames = new TreeMap<String, SortedSet<String>>();
        names.forEach((person, words) -> allNames.put(person, new TreeSet<>(words)));
        later.names.forEach((person, words) ->
                allNames.computeIfAbsent(person, id -> new TreeSet<>()).addAll(words));
        var allStrangers = new TreeSet<>(strangers);
        allStrangers.removeAll(later.nobody);
        allStrangers.addAll(later.strangers);
        var allValues = new TreeSet<>(values);
        allValues.addAll(later.values);
        var all = new TreeSet<>(nobody);
        later.names.values().forEach(all::removeAll);
        all.removeAll(later.strangers);
        all.addAll(later.nobody);
        return new CaseKnowledge(allNames, allStrangers, allValues, all);
    }

    /// Everybody to be searched for: the recorded persons with their further names, and those whom nobody recorded.
    public List<Person> persons(List<Person> recorded) {
        var persons = new ArrayList<Person>();
        var others = new TreeMap<>(names);
        for (Person person : recorded) {
            persons.add(with(person, others.getOrDefault(person.id(), new TreeSet<>())));
            others.remove(person.id());
        }
        var unrecorded = new TreeSet<>(strangers);
        others.values().forEach(unrecorded::addAll);
        for (String name : unrecorded) {
            persons.add(stranger(persons.size(), List.of(PersonName.of(name)), List.of()));
        }
        if (!values.isEmpty()) {
            persons.add(stranger(
                    persons.size(),
                    List.of(PersonName.of("")),
                    values.stream()
                            .map(value -> new Identifier(Identifier.Type.OTHER, value))
                            .toList()));
        }
        return persons;
    }

    /// Every name of anybody.
    List<String> allNames() {
        return Stream.concat(strangers.stream(), names.values().stream().flatMap(Set::stream))
                .distinct()
                .toList();
    }

    private static Person with(Person person, SortedSet<String> more) {
        var all = new ArrayList<>(person.names());
        more.stream().map(PersonName::of).forEach(all::add);
        return new Person(person.id(), person.role(), person.sex(), all, person.identifiers());
    }

    private static Person stranger(int number, List<PersonName> names, List<Identifier> identifiers) {
        return new Person(UNRECORDED + number, Role.OTHER, Sex.UNKNOWN, names, identifiers);
    }

    /// The mentions of a text as reviewers would have them: those of nobody are gone, and those of persons whom nobody
    /// recorded are linked to nobody. What is linked to a recorded person stays, whatever was said of its words.
    List<Mention> corrected(String text, List<Mention> mentions) {
        return mentions.stream()
                .map(CaseKnowledge::withoutStranger)
                .filter(mention -> !isNobody(text, mention))
                .toList();
    }

    private boolean isNobody(String text, Mention mention) {
        if (nobody.isEmpty() || mention.person() != null || !mention.type().startsWith("PERSON")) {
            return false;
        }
        return isNobody(words(text, mention.start(), mention.end()));
    }

    /// Whether somebody said that these words name nobody.
    public boolean isNobody(String words) {
        return nobody.contains(words.strip().replaceAll("\\s+", " "));
    }

    private static Mention withoutStranger(Mention mention) {
        String person = mention.person();
        return person == null || !person.startsWith(UNRECORDED)
                ? mention
                : new Mention(
                        mention.start(),
                        mention.end(),
                        mention.type(),
                        null,
                        null,
                        mention.confidence(),
                        mention.recogniser());
    }

    /// The words from one code point of a text to another, with single spaces.
    public static String words(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        int to = text.offsetByCodePoints(from, end - start);
        return text.substring(from, to).strip().replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return "CaseKnowledge[" + names.size() + " persons, " + strangers.size() + " strangers, " + values.size()
                + " values, " + nobody.size() + " nobody]";
    }
}
