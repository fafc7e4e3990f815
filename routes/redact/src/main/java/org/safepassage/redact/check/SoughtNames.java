package org.safepassage.redact.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.redact.recognisers.EverydayNames;
import org.safepassage.redact.recognisers.TranslatedSurnames;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Sex;

/// The names that the second search looks for, word by word, with whose they are: of those who may be named, so as to
/// excuse them, and of all others. Immutable once made.
final class SoughtNames {
    /// Letters that Latin spelling begins with `y`, `i` or `j`.
    private static final String IOTATED = "ЮЯЕЁЙюяеёйYyIiJj";
    private static final int SHORTEST_ANCHOR = 3;

    enum Kind {
        SURNAME,
        GIVEN,
        PATRONYMIC
    }

    /// One word of somebody's name.
    ///
    /// @param owner number of the one whose name it is
    record Part(int owner, Kind kind, NameStem stem) {}

    /// Somebody who may or may not be named.
    ///
    /// @param lone whether the surname alone points to this one
    private record Owner(boolean allowed, boolean lone, Sex sex) {}

    private record Namesake(PersonName name, Owner owner) {}

    private final List<Owner> owners = new ArrayList<>();
    private final Set<Namesake> namesakes = new HashSet<>();
    private final Map<Integer, List<Part>> parts = new HashMap<>();
    private final Map<Integer, Set<Character>> givenInitials = new HashMap<>();
    private final Map<String, Set<Integer>> bearers = new HashMap<>();

    /// @param named who may be named
    /// @param unnamed who may not
    /// @param otherNames names in any spelling that stand in the case and are nobody's of these
    SoughtNames(Collection<Person> named, Collection<Person> unnamed, Collection<String> otherNames) {
        named.forEach(person -> person.names().forEach(name -> add(name, new Owner(true, false, person.sex()))));
        unnamed.forEach(person -> person.names().forEach(name -> add(name, new Owner(false, true, person.sex()))));
        Set<String> allowed = new HashSet<>();
        parts.values()
                .forEach(list -> list.stream()
                        .filter(this::mayBeNamed)
                        .forEach(part -> allowed.add(part.stem().flat())));
        for (String name : new LinkedHashSet<>(otherNames)) {
            List<String> words = NameParts.words(name);
            if (!words.stream()
                    .allMatch(word -> NameStem.of(word).stream().anyMatch(stem -> allowed.contains(stem.flat())))) {
                add(PersonName.of(name), new Owner(false, words.size() == 1, Sex.UNKNOWN));
            }
        }
    }

    private void add(PersonName name, Owner owner) {
        // Namesakes are one: what is found of the one is found of the other.
        if (!namesakes.add(new Namesake(name, owner))) {
            return;
        }
        int id = owners.size();
        owners.add(owner);
        NameParts words = NameParts.of(name);
        for (String surname : words.surnames()) {
            add(id, Kind.SURNAME, surname);
            TranslatedSurnames.of(surname).ifPresent(other -> add(id, Kind.SURNAME, other));
        }
        words.givens().forEach(word -> add(id, Kind.GIVEN, word));
        if (owner.allowed()) {
            // Who may be named may be so in the other language's form; a search for the others stays literal.
            words.givens().forEach(word -> EverydayNames.of(word).forEach(form -> add(id, Kind.GIVEN, form)));
        }
        words.patronymics().forEach(word -> add(id, Kind.PATRONYMIC, word));
    }

    private void add(int owner, Kind kind, String word) {
        if (kind == Kind.GIVEN && IOTATED.indexOf(word.charAt(0)) >= 0) {
            givenInitials.computeIfAbsent(owner, key -> new HashSet<>()).add('i');
        }
        for (NameStem stem : NameStem.of(word)) {
            parts.computeIfAbsent(owner, key -> new ArrayList<>()).add(new Part(owner, kind, stem));
            if (kind == Kind.GIVEN) {
                givenInitials
                        .computeIfAbsent(owner, key -> new HashSet<>())
                        .add(stem.fine().charAt(0));
            }
            if (kind == Kind.SURNAME) {
                bearers.computeIfAbsent(stem.flat(), key -> new HashSet<>()).add(owner);
            }
        }
    }

    /// The words that are long enough to be searched for in a text.
    List<Part> anchors() {
        return parts.values().stream()
                .flatMap(List::stream)
                .filter(part -> part.stem().length() >= SHORTEST_ANCHOR)
                .toList();
    }

    /// All words of the name that a word belongs to, itself included.
    List<Part> sameName(Part part) {
        return parts.getOrDefault(part.owner(), List.of());
    }

    boolean mayBeNamed(Part part) {
        return owners.get(part.owner()).allowed();
    }

    /// Whether this word is a surname that points to its bearer without a given name.
    boolean isLoneSurname(Part part) {
        return part.kind() == Kind.SURNAME && owners.get(part.owner()).lone();
    }

    /// The sounds with which the given names of a word's owner begin.
    Set<Character> givenInitials(Part part) {
        return givenInitials.getOrDefault(part.owner(), Set.of());
    }

    /// Whether somebody of the other sex who may be named bears this surname too, and this form of it is only theirs.
    boolean fitsOnlyAnother(Part surname, String form) {
        Sex sex = owners.get(surname.owner()).sex();
        Sex other = sex == Sex.FEMALE ? Sex.MALE : Sex.FEMALE;
        return sex != Sex.UNKNOWN
                && bearers.getOrDefault(surname.stem().flat(), Set.of()).stream()
                        .map(owners::get)
                        .anyMatch(owner -> owner.allowed() && owner.sex() == other)
                && SurnameForms.isOnlyOf(other, form);
    }
}
