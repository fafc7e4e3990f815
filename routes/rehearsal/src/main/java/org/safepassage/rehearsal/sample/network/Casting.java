package org.safepassage.rehearsal.sample.network;

import java.time.LocalDate;
import java.util.TreeMap;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.language.Scene;
import org.safepassage.rehearsal.sample.people.Inventor;
import org.safepassage.rehearsal.sample.people.NameTable.FamilyName;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.people.Town;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Casts a case: a complainant, witnesses, a relative of the same surname, alleged perpetrators, an interviewer,
/// medical staff and a lawyer. In every third case a perpetrator shares the surname of a witness, in every seventh
/// that of the complainant; nobody else shares one by chance.
final class Casting {
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 8, 9);
    private static final int DAYS = 1500;

    private final Dice dice;
    private final Inventor inventor;
    private final Town town;
    private final java.util.Set<FamilyName> taken = new java.util.HashSet<>();
    private int people;

    private Casting(Dice dice) {
        this.dice = dice;
        this.inventor = new Inventor(dice);
        this.town = dice.pick(Town.all());
    }

    /// Who and what the planned case is about.
    static Scene of(CasePlan plan, Dice dice) {
        return new Casting(dice).scene(plan);
    }

    private Scene scene(CasePlan plan) {
        var cast = new TreeMap<Character, Persona>();
        FamilyName own = unused();
        FamilyName ofWitness = unused();
        FamilyName ofPerpetrator = plan.number() % 7 == 0 ? own : plan.number() % 3 == 1 ? ofWitness : unused();
        cast.put('C', person(Role.COMPLAINANT, anySex(), own));
        cast.put('W', person(Role.WITNESS, anySex(), ofWitness));
        cast.put('R', person(Role.RELATIVE, anySex(), dice.percent(70) ? own : unused()));
        cast.put('P', person(Role.ALLEGED_PERPETRATOR, Sex.MALE, ofPerpetrator));
        cast.put('I', person(Role.INTERVIEWER, anySex(), unused()));
        cast.put('D', person(Role.MEDICAL_STAFF, anySex(), unused()));
        if (dice.percent(60)) {
            cast.put('L', person(Role.LAWYER, anySex(), unused()));
        }
        if (dice.percent(45)) {
            cast.put('V', person(Role.WITNESS, anySex(), unused()));
        }
        if (dice.percent(50)) {
            cast.put('Q', person(Role.ALLEGED_PERPETRATOR, Sex.MALE, unused()));
        }
        if (plan.unrecorded()) {
            cast.put('U', inventor.person("u1", Role.OTHER, Sex.MALE, unused(), town, false));
        }
        LocalDate day = FIRST_DAY.plusDays(dice.below(DAYS));
        return new Scene(plan.caseNumber(), cast, town, dice.pick(Town.stations()), day);
    }

    private Persona person(Role role, Sex sex, FamilyName family) {
        people++;
        return inventor.person("p" + people, role, sex, family, town, true);
    }

    private Sex anySex() {
        return dice.percent(50) ? Sex.FEMALE : Sex.MALE;
    }

    private FamilyName unused() {
        FamilyName family = inventor.surname();
        while (!taken.add(family)) {
            family = inventor.surname();
        }
        return family;
    }
}
