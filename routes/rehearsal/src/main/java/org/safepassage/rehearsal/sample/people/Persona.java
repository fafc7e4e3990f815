package org.safepassage.rehearsal.sample.people;

import java.time.LocalDate;
import java.util.List;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// An invented person of one case.
///
/// @param id unique in the case, `p1`
/// @param role in the case
/// @param sex of the names
/// @param belarusian the name in Belarusian
/// @param russian the same name in Russian
/// @param born date of birth
/// @param particulars everything else that points to the person
/// @param recorded false for somebody who occurs only in texts and whom the record does not list
public record Persona(
        String id,
        Role role,
        Sex sex,
        Name belarusian,
        Name russian,
        LocalDate born,
        Particulars particulars,
        boolean recorded) {

    /// The parts of a name in one language, nominative.
    public record Name(String surname, String given, String patronymic, List<String> diminutives) {
        public Name {
            diminutives = List.copyOf(diminutives);
        }

        /// Surname, given name and patronymic (which may be empty), as official papers write it.
        public String full() {
            return (surname + " " + given + " " + patronymic).strip();
        }
    }

    /// What else points to the person, each empty when the person has none.
    ///
    /// @param address where the person lives, in each language
    /// @param workplace where the person works, in each language
    /// @param phone in international form without spaces, `+375291234567`
    public record Particulars(
            ThreeWays address,
            ThreeWays workplace,
            String phone,
            String secondPhone,
            String email,
            String handle,
            String passport,
            String personalNumber,
            String plate,
            String medicalRecord) {}

    /// The same thing said in Belarusian, Russian and English.
    public record ThreeWays(String be, String ru, String en) {
        /// Nothing to say.
        public static final ThreeWays NONE = new ThreeWays("", "", "");

        /// In one language.
        public String in(Language language) {
            return switch (language) {
                case BE -> be;
                case RU -> ru;
                case EN -> en;
            };
        }
    }

    /// The name as a text in this language declines it; English texts transliterate the Belarusian one.
    public Name name(Language language) {
        return language == Language.RU ? russian : belarusian;
    }

    /// The name that the truth calls the base: surname, given name, patronymic in Belarusian.
    public String base() {
        return belarusian.full();
    }
}
