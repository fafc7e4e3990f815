package org.safepassage.rehearsal.sample.language;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.people.Town;

/// Who and what a case is about, as its texts refer to it.
///
/// @param caseNumber the partner's number
/// @param cast the persons by the letter that phrase books use: C complainant, W and V witnesses, R relative, P and Q
///     alleged perpetrators, I interviewer, D doctor, L lawyer, U somebody whom only the texts name
/// @param town where it happened
/// @param station where the complainant was held
/// @param day when it happened
public record Scene(
        String caseNumber, SortedMap<Character, Persona> cast, Town town, Town.Station station, LocalDate day) {
    public Scene {
        cast = new TreeMap<>(cast);
    }

    /// The person behind a letter.
    public Optional<Persona> findPerson(char letter) {
        return Optional.ofNullable(cast.get(letter));
    }

    /// The person behind a letter that every case has.
    ///
    /// @throws IllegalArgumentException when this case has nobody there
    public Persona person(char letter) {
        return findPerson(letter).orElseThrow(() -> new IllegalArgumentException("nobody in the cast: " + letter));
    }
}
