package org.safepassage.redact;

import java.util.List;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Invented persons for tests.
public final class People {
    private People() {}

    /// A witness with a Belarusian name and every kind of identifier.
    public static Person piotr() {
        return new Person(
                "p1",
                Role.WITNESS,
                Sex.MALE,
                List.of(new PersonName("Іваноў Пётр Сяргеевіч", "Іваноў", "Пётр", "Сяргеевіч")),
                List.of(
                        new Identifier(Identifier.Type.PHONE, "+375 29 123-45-67"),
                        new Identifier(Identifier.Type.BIRTH_DATE, "12.05.1985"),
                        new Identifier(Identifier.Type.ADDRESS, "г. Минск, ул. Садовая, д. 5, кв. 12"),
                        new Identifier(Identifier.Type.WORKPLACE, "завод «Гарызонт»"),
                        new Identifier(Identifier.Type.VEHICLE_PLATE, "1234 AB-7"),
                        new Identifier(Identifier.Type.PASSPORT, "MP1234567"),
                        new Identifier(Identifier.Type.EMAIL, "petr.ivanou@mail.example")));
    }

    /// An alleged perpetrator with a Russian name.
    public static Person kozlov() {
        return person("p2", Role.ALLEGED_PERPETRATOR, Sex.MALE, "Козлов Игорь Петрович");
    }

    /// Somebody with one name, told in its parts; an empty patronymic for none.
    public static Person person(String id, Role role, Sex sex, String surname, String given, String patronymic) {
        String full = (surname + " " + given + " " + patronymic).strip();
        return new Person(id, role, sex, List.of(new PersonName(full, surname, given, patronymic)), List.of());
    }

    /// Somebody with one name.
    public static Person person(String id, Role role, Sex sex, String name) {
        return new Person(id, role, sex, List.of(PersonName.of(name)), List.of());
    }
}
