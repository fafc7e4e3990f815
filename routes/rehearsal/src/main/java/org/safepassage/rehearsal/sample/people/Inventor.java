package org.safepassage.rehearsal.sample.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.people.NameTable.FamilyName;
import org.safepassage.rehearsal.sample.people.NameTable.GivenName;
import org.safepassage.rehearsal.sample.people.Persona.Name;
import org.safepassage.rehearsal.sample.people.Persona.Particulars;
import org.safepassage.rehearsal.sample.people.Persona.ThreeWays;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Invents persons for one case: given name, patronymic and surname are drawn apart from each other, so nobody is
/// copied from life. Mail addresses end in a domain that RFC 2606 keeps for examples.
public final class Inventor {
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1952, 1, 1);
    private static final int DAYS_OF_BIRTHS = 51 * 365;

    private static final List<String> PASSPORT_SERIES = List.of("AB", "BM", "HB", "KH", "MP", "MC", "KB", "PP");

    private final Dice dice;

    /// One that draws from these dice.
    public Inventor(Dice dice) {
        this.dice = dice;
    }

    /// A surname to share or to give away.
    public FamilyName surname() {
        return dice.pick(NameTable.family());
    }

    /// Somebody in this role.
    public Persona person(String id, Role role, Sex sex, FamilyName family, Town town, boolean recorded) {
        GivenName given = dice.pick(NameTable.given(sex));
        GivenName father = dice.pick(NameTable.fathers());
        int child = sex == Sex.FEMALE ? 1 : 0;
        boolean woman = sex == Sex.FEMALE;
        var belarusian = new Name(
                woman ? family.belarusianWoman() : family.belarusianMan(),
                given.belarusian(),
                father.belarusianPatronymics().get(child),
                given.belarusianDiminutives());
        var russian = new Name(
                woman ? family.russianWoman() : family.russianMan(),
                given.russian(),
                father.russianPatronymics().get(child),
                given.russianDiminutives());
        LocalDate born = EARLIEST_BIRTH.plusDays(dice.below(DAYS_OF_BIRTHS));
        return new Persona(
                id, role, sex, belarusian, russian, born, particulars(role, sex, belarusian, born, town), recorded);
    }

    private Particulars particulars(Role role, Sex sex, Name name, LocalDate born, Town town) {
        boolean official = role == Role.INTERVIEWER || role == Role.MEDICAL_STAFF || role == Role.LAWYER;
        boolean accused = role == Role.ALLEGED_PERPETRATOR;
        boolean told = role == Role.COMPLAINANT;
        String login = login(name, born);
        ThreeWays station = dice.pick(Town.stations()).name();
        return new Particulars(
                official || accused ? ThreeWays.NONE : address(town),
                accused ? station : official || told || dice.percent(50) ? workplace(town) : ThreeWays.NONE,
                accused && dice.percent(60) ? "" : phone(),
                told ? phone() : "",
                accused ? "" : login + "@" + dice.pick(List.of("post.example", "mail.example", "example.org")),
                official ? "" : "@" + login.replace('.', '_'),
                told || role == Role.WITNESS ? dice.pick(PASSPORT_SERIES) + dice.digits(7) : "",
                told || (role == Role.WITNESS && dice.percent(50)) ? PersonalNumber.invent(sex, born, dice) : "",
                accused || dice.percent(25) ? plate() : "",
                told ? dice.digits(5) + "/" + dice.between(18, 25) : "");
    }

    private static String login(Name name, LocalDate born) {
        return (Latin.PASSPORT.spell(name.given()) + "." + Latin.PASSPORT.spell(name.surname()))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z.]", "")
                + born.getYear() % 100;
    }

    private ThreeWays address(Town town) {
        ThreeWays street = dice.pick(Town.streets());
        int house = dice.between(1, 140);
        int flat = dice.between(1, 210);
        return new ThreeWays(
                "г. %s, вул. %s, д. %d, кв. %d".formatted(town.name().be(), street.be(), house, flat),
                "г. %s, ул. %s, д. %d, кв. %d".formatted(town.name().ru(), street.ru(), house, flat),
                "%d-%d %s Street, %s"
                        .formatted(house, flat, street.en(), town.name().en()));
    }

    private ThreeWays workplace(Town town) {
        ThreeWays kind = dice.pick(Town.workplaces());
        int number = dice.between(11, 240);
        return new ThreeWays(
                kind.be().replace("#", "" + number) + ", г. " + town.name().be(),
                kind.ru().replace("#", "" + number) + ", г. " + town.name().ru(),
                kind.en().replace("#", "" + number) + ", " + town.name().en());
    }

    private String phone() {
        String code = dice.pick(List.of("29", "33", "44", "25"));
        String subscriber = code.equals("25") ? dice.pick(List.of("5", "6", "7", "9")) : "" + dice.between(1, 9);
        return "+375" + code + subscriber + dice.digits(6);
    }

    private String plate() {
        return dice.between(1000, 9999) + " " + dice.letters(2, "ABEIKMHOPCTX") + "-" + dice.between(1, 7);
    }
}
