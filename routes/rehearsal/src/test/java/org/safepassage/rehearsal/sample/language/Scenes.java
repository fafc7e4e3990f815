package org.safepassage.rehearsal.sample.language;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.people.Inventor;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.people.Town;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Scenes for tests, cast with everybody that phrases can speak of.
public final class Scenes {
    private Scenes() {}

    /// A scene with a full cast; even seeds make the complainant a woman.
    public static Scene full(long seed) {
        var inventor = new Inventor(Dice.of(seed, 1));
        Town town = Town.all().getFirst();
        var cast = new TreeMap<Character, Persona>();
        Sex sex = seed % 2 == 0 ? Sex.FEMALE : Sex.MALE;
        add(cast, 'C', Role.COMPLAINANT, sex, inventor, town);
        add(cast, 'W', Role.WITNESS, Sex.FEMALE, inventor, town);
        add(cast, 'V', Role.WITNESS, Sex.MALE, inventor, town);
        add(cast, 'R', Role.RELATIVE, Sex.FEMALE, inventor, town);
        add(cast, 'P', Role.ALLEGED_PERPETRATOR, Sex.MALE, inventor, town);
        add(cast, 'Q', Role.ALLEGED_PERPETRATOR, Sex.MALE, inventor, town);
        add(cast, 'I', Role.INTERVIEWER, Sex.FEMALE, inventor, town);
        add(cast, 'D', Role.MEDICAL_STAFF, Sex.MALE, inventor, town);
        add(cast, 'L', Role.LAWYER, Sex.MALE, inventor, town);
        cast.put('U', inventor.person("u1", Role.OTHER, Sex.MALE, inventor.surname(), town, false));
        return new Scene("T-1", cast, town, Town.stations().getFirst(), LocalDate.of(2021, 8, 14));
    }

    private static void add(
            Map<Character, Persona> cast, char letter, Role role, Sex sex, Inventor inventor, Town town) {
        cast.put(letter, inventor.person("p-" + letter, role, sex, inventor.surname(), town, true));
    }
}
