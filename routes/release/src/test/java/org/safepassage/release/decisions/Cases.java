package org.safepassage.release.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.release.agreements.Agreement;
import org.safepassage.release.agreements.Agreements;
import org.safepassage.release.agreements.Review;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Consent;
import org.safepassage.schemas.Consent.Scope;
import org.safepassage.schemas.Consent.Status;
import org.safepassage.schemas.Decision;
import org.safepassage.schemas.NormalDate;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;
import org.safepassage.schemas.Statement;

/// Invented case files and agreements for the tests of this room.
final class Cases {
    static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    static final Instant NOON = Instant.parse("2025-06-15T09:00:00Z");
    static final Terms TERMS = new Terms("north-to-platform", "north", "platform", "accountability", "the-agreement");

    private Cases() {}

    static Agreement agreement(LocalDate from, LocalDate until, Set<String> categories, Set<Role> mayBeNamed) {
        return new Agreement(
                "the-agreement",
                "north",
                "platform",
                Set.of("accountability"),
                categories,
                from,
                until,
                "strict",
                mayBeNamed,
                new Review.None(),
                Period.ofYears(5));
    }

    static Agreement agreement() {
        return agreement(
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                Set.of("*"),
                Set.of(Role.COMPLAINANT, Role.WITNESS, Role.ALLEGED_PERPETRATOR));
    }

    static Person person(String id, Role role) {
        return new Person(id, role, Sex.UNKNOWN, List.of(PersonName.of("Invented " + id)), List.of());
    }

    static Consent consent(String person, Status status, Scope... scopes) {
        return new Consent(person, status, LocalDate.of(2025, 2, 2), Arrays.asList(scopes));
    }

    static Scope scope(boolean byName, @Nullable LocalDate until) {
        return new Scope(List.of("platform"), List.of("accountability"), List.of("torture"), byName, until);
    }

    static Statement statement(String person) {
        return new Statement("st-" + person, person, "be-tarask", NormalDate.unread(""), "invented");
    }

    static CaseFile caseFile(List<Person> persons, List<Consent> consents, List<Statement> statements) {
        return caseFile(List.of("torture"), persons, consents, statements);
    }

    static CaseFile caseFile(
            List<String> categories, List<Person> persons, List<Consent> consents, List<Statement> statements) {
        return new CaseFile(
                new CaseFileVersion("cf-abcdefghijklmnop", 1),
                "north",
                "N-1",
                "",
                categories,
                persons,
                List.of(),
                statements,
                List.of(),
                List.of(),
                consents);
    }

    static Decision decide(CaseFile caseFile, Agreement agreement) {
        return new Decider(MINSK).decide(caseFile, TERMS, Agreements.of(List.of(agreement)), NOON);
    }
}
