package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Sex;

/// The identities that the record of one case gives, ready to be searched for: built once a case, then shared by
/// threads. It holds identities and never prints them.
public final class KnownIdentities {
    /// Distinct words whose look-up is remembered; beyond it words are looked up each time.
    private static final int REMEMBERED = 200_000;

    private final List<Person> persons;
    private final List<Sex> sexes = new ArrayList<>();
    private final List<Set<String>> surnames = new ArrayList<>();
    private final Map<String, Integer> bearers = new HashMap<>();
    private final List<Set<String>> givenInitials = new ArrayList<>();
    private final List<Set<String>> patronymicInitials = new ArrayList<>();
    private final List<String> unusable = new ArrayList<>();
    private final StemIndex names = new StemIndex();
    private final KnownValues values;
    private final Map<String, List<Hit>> remembered = new ConcurrentHashMap<>();
    private final boolean anyName;

    private KnownIdentities(List<Person> persons) {
        this.persons = List.copyOf(persons);
        boolean any = false;
        for (int i = 0; i < persons.size(); i++) {
            any |= index(i, persons.get(i));
        }
        this.anyName = any;
        this.values = KnownValues.of(persons);
    }

    /// The identities of these persons. Names without a word of two to sixty letters are not searched
    /// for; see [#unusable].
    public static KnownIdentities of(List<Person> persons) {
        return new KnownIdentities(persons);
    }

    /// Ids of persons of whom no name can be searched for: empty, one letter, or longer than any word.
    public List<String> unusable() {
        return List.copyOf(unusable);
    }

    boolean hasNames() {
        return anyName;
    }

    KnownValues values() {
        return values;
    }

    Person person(int index) {
        return persons.get(index);
    }

    Sex sex(int index) {
        return sexes.get(index);
    }

    List<Hit> find(String lowerToken) {
        List<Hit> hits = remembered.get(lowerToken);
        if (hits == null) {
            hits = names.find(lowerToken);
            if (remembered.size() < REMEMBERED && lowerToken.length() < 64) {
                remembered.put(lowerToken, hits);
            }
        }
        return hits;
    }

    /// Whether a written initial can stand for this person's given name (`position` 0) or patronymic (1).
    /// Of a crowd nothing is known.
    boolean hasInitial(int person, String lower, int position) {
        return person != NameWord.CROWD
                && (position == 0 ? givenInitials : patronymicInitials)
                        .get(person)
                        .contains(Folding.of(lower));
    }

    /// Whether the record says nothing of that part of the name, so that no initial can contradict it.
    boolean noInitial(int person, int position) {
        return person == NameWord.CROWD
                || (position == 0 ? givenInitials : patronymicInitials)
                        .get(person)
                        .isEmpty();
    }

    /// Whether somebody else of the case has the same surname, in the form for either sex and in either script.
    boolean sharesSurname(int person) {
        return surnames.get(person).stream().anyMatch(stem -> bearers.getOrDefault(stem, 0) > 1);
    }

    private boolean index(int person, Person who) {
        var given = new LinkedHashSet<String>();
        var patronymic = new LinkedHashSet<String>();
        var family = new LinkedHashSet<String>();
        Sex sex = who.sex();
        boolean usable = false;
        for (PersonName name : who.names()) {
            NameParts parts = NameParts.of(name);
            if (sex == Sex.UNKNOWN) {
                sex = parts.sex();
            }
            for (NameParts.Part part : parts.words()) {
                if (part.base().length() > StemIndex.LONGEST_WORD) {
                    continue;
                }
                usable = true;
                add(person, part, sex, given, patronymic);
                if (part.kind() == NameWord.Kind.SURNAME || part.kind() == NameWord.Kind.NAME) {
                    family.addAll(StemIndex.soundStems(part.base()));
                }
            }
            if (!parts.initials().isEmpty()) {
                given.addAll(initials(parts.initials().get(0)));
            }
            if (parts.initials().size() > 1) {
                patronymic.addAll(initials(parts.initials().get(1)));
            }
        }
        if (!usable) {
            unusable.add(who.id());
        }
        sexes.add(sex);
        surnames.add(family);
        family.forEach(stem -> bearers.merge(stem, 1, Integer::sum));
        givenInitials.add(given);
        patronymicInitials.add(patronymic);
        return usable;
    }

    private void add(int person, NameParts.Part part, Sex sex, Set<String> given, Set<String> patronymic) {
        names.add(new NameWord(person, part.kind(), part.base(), part.small()));
        if (part.kind() == NameWord.Kind.SURNAME || part.kind() == NameWord.Kind.NAME) {
            TranslatedSurnames.of(part.base())
                    .ifPresent(other -> names.add(new NameWord(person, part.kind(), other, part.small())));
        }
        if (part.kind() == NameWord.Kind.GIVEN || part.kind() == NameWord.Kind.NAME) {
            given.addAll(initials(part.base()));
            for (GivenNames.Group group : GivenNames.standard().of(part.base())) {
                if (sex != Sex.UNKNOWN && group.sex() != sex) {
                    continue;
                }
                for (String other : group.official()) {
                    names.add(new NameWord(person, NameWord.Kind.EVERYDAY, Folding.of(other), false));
                    given.addAll(initials(Folding.of(other)));
                }
                for (String other : group.everyday()) {
                    names.add(new NameWord(person, NameWord.Kind.EVERYDAY, Folding.of(other), false));
                }
            }
        }
        if (part.kind() == NameWord.Kind.PATRONYMIC) {
            patronymic.addAll(initials(part.base()));
            for (GivenNames.Group group : GivenNames.standard().fathers(part.base())) {
                for (String father : group.official()) {
                    if (father.charAt(0) >= 0x0400) {
                        patronymic.addAll(initials(Folding.of(father)));
                        for (String made : Patronymics.of(father)) {
                            names.add(new NameWord(person, NameWord.Kind.PATRONYMIC, Folding.of(made), false));
                        }
                    }
                }
            }
        }
    }

    private static Set<String> initials(String base) {
        var initials = new LinkedHashSet<String>();
        initials.add(base.substring(0, 1));
        if (base.charAt(0) >= 0x0400) {
            for (String latin : Transliteration.toLatin(base.substring(0, 1))) {
                for (int i = 1; i <= Math.min(2, latin.length()); i++) {
                    initials.add(latin.substring(0, i));
                }
            }
            String plain = Transliteration.plain(base.substring(0, 1));
            for (int i = 1; i <= Math.min(2, plain.length()); i++) {
                initials.add(plain.substring(0, i));
            }
        } else {
            for (String cyrillic : Transliteration.toCyrillic(base)) {
                initials.add(cyrillic.substring(0, 1));
            }
        }
        return initials;
    }

    @Override
    public String toString() {
        return "KnownIdentities[" + persons.size() + " persons]";
    }
}
