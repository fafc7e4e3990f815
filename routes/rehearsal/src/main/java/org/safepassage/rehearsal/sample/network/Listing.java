package org.safepassage.rehearsal.sample.network;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.rehearsal.sample.people.IdentifierForms;
import org.safepassage.rehearsal.sample.people.Language;
import org.safepassage.rehearsal.sample.people.Latin;
import org.safepassage.rehearsal.sample.people.NameForms;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.truth.Planted;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;

/// How a partner's record lists one person: the official name first, then the same in other scripts and diminutives,
/// then everything else that the partner knows.
///
/// @param who the person
/// @param names at least one
/// @param identifiers as the partner writes them
record Listing(Persona who, List<PersonName> names, List<Identifier> identifiers) {
    Listing {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
    }

    /// The entry for a person in a case of this partner and language.
    static Listing of(Persona who, Partner partner, Language language) {
        PersonName belarusian = name(who.belarusian());
        PersonName russian = name(who.russian());
        PersonName latin = latin(NameForms.spelt(who, Latin.PASSPORT));
        List<PersonName> official = switch (partner) {
            case CASEBASE -> List.of(belarusian, russian, latin);
            case FIELDNOTES -> List.of(russian, belarusian);
            case SHAREHUB -> List.of(latin, language == Language.RU ? russian : belarusian);
        };
        var names = new ArrayList<>(official);
        boolean known = who.role() == Role.COMPLAINANT || who.role() == Role.RELATIVE || who.role() == Role.WITNESS;
        if (known) {
            Language of = partner == Partner.FIELDNOTES ? Language.RU : Language.BE;
            who.name(of).diminutives().forEach(diminutive -> names.add(PersonName.of(diminutive)));
        }
        return new Listing(who, names, identifiers(who, partner, language));
    }

    private static List<Identifier> identifiers(Persona who, Partner partner, Language language) {
        Language spoken = switch (partner) {
            case CASEBASE -> language;
            case FIELDNOTES -> Language.RU;
            case SHAREHUB -> Language.EN;
        };
        var identifiers = new ArrayList<Identifier>();
        boolean dated = who.role() == Role.COMPLAINANT || who.role() == Role.WITNESS || who.role() == Role.RELATIVE;
        for (Kind kind : Kind.values()) {
            String value = IdentifierForms.canonical(who, kind.word, spoken);
            if (!value.isEmpty() && (kind != Kind.BORN || dated)) {
                identifiers.add(new Identifier(kind.type, value));
            }
        }
        return identifiers;
    }

    /// What stands in the record of this person, for the truth.
    List<Planted> planted() {
        var planted = new ArrayList<Planted>();
        names.forEach(name -> planted.add(
                form(name.surname().isEmpty() ? "PERSON.DIMINUTIVE" : "PERSON.FULL", name.full(), who.base())));
        for (Identifier each : identifiers) {
            planted.add(form(Kind.of(each.type()).mark, each.value(), each.value()));
        }
        return planted;
    }

    private Planted form(String type, String value, String base) {
        return new Planted("record", who.id(), who.role(), type, value, base);
    }

    private static PersonName name(Persona.Name name) {
        return new PersonName(name.full(), name.surname(), name.given(), name.patronymic());
    }

    /// Latin names stand given name first, without the patronymic, as in a passport.
    private static PersonName latin(Persona.Name name) {
        return new PersonName(name.given() + " " + name.surname(), name.surname(), name.given(), "");
    }

    /// The identifiers that a record can give.
    private enum Kind {
        BORN("born", Identifier.Type.BIRTH_DATE, "DATE.BIRTH"),
        PHONE("phone", Identifier.Type.PHONE, "CONTACT.PHONE"),
        PHONE2("phone2", Identifier.Type.PHONE, "CONTACT.PHONE"),
        EMAIL("email", Identifier.Type.EMAIL, "CONTACT.EMAIL"),
        SOCIAL("social", Identifier.Type.SOCIAL_HANDLE, "CONTACT.SOCIAL"),
        ADDRESS("address", Identifier.Type.ADDRESS, "LOCATION.ADDRESS"),
        PASSPORT("passport", Identifier.Type.PASSPORT, "CODE.PASSPORT"),
        NUMBER("pn", Identifier.Type.PERSONAL_NUMBER, "CODE.PERSONAL_NUMBER"),
        PLATE("plate", Identifier.Type.VEHICLE_PLATE, "CODE.PLATE"),
        WORK("work", Identifier.Type.WORKPLACE, "ORGANISATION.WORKPLACE"),
        CARD("card", Identifier.Type.MEDICAL_RECORD, "CODE.MEDICAL_RECORD");

        private final String word;
        private final Identifier.Type type;
        private final String mark;

        Kind(String word, Identifier.Type type, String mark) {
            this.word = word;
            this.type = type;
            this.mark = mark;
        }

        private static Kind of(Identifier.Type type) {
            return java.util.Arrays.stream(values())
                    .filter(kind -> kind.type == type)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
