package org.safepassage.release.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.safepassage.release.agreements.Agreement;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Consent;
import org.safepassage.schemas.Consent.Scope;
import org.safepassage.schemas.Consent.Status;
import org.safepassage.schemas.Decision;
import org.safepassage.schemas.Outcome;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Statement;

class DeciderPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 15);
    private static final List<String> IDS = List.of("p1", "p2", "p3");

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void nothingIsReleasedWithoutAValidAgreementAndEveryComplainantsConsent(
            @ForAll("caseFiles") CaseFile caseFile, @ForAll("agreements") Agreement agreement) {
        // When
        Decision decision = Cases.decide(caseFile, agreement);

        // Then: said again here in other words than the rules'.
        boolean released = decision.outcome() instanceof Outcome.Passed;
        Statistics.label("released")
                .collect(released)
                .coverage(share -> share.check(true).percentage(part -> part > 5.0));
        if (released) {
            assertThat(TODAY).isBetween(agreement.validFrom(), agreement.validUntil());
            assertThat(agreement.categories().contains("*")
                            || agreement.categories().containsAll(caseFile.categories()))
                    .isTrue();
            assertThat(caseFile.persons()).anyMatch(person -> person.role() == Role.COMPLAINANT);
            for (Person person : caseFile.persons()) {
                if (person.role() == Role.COMPLAINANT) {
                    assertThat(consents(caseFile, person.id()))
                            .isNotEmpty()
                            .allMatch(consent -> consent.status() == Status.GIVEN);
                    assertThat(caseFile.categories())
                            .allMatch(category -> consents(caseFile, person.id()).stream()
                                    .flatMap(consent -> consent.scopes().stream())
                                    .anyMatch(scope -> allows(scope, category)));
                }
            }
        } else {
            assertThat(decision.permitted()).isEmpty();
            assertThat(decision.reasons()).isNotEmpty();
        }
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void whoeverMayBeNamedConsentedToItOrIsAnAllegedPerpetrator(
            @ForAll("caseFiles") CaseFile caseFile, @ForAll("agreements") Agreement agreement) {
        // When
        Decision decision = Cases.decide(caseFile, agreement);

        // Then
        assertThat(decision.permitted()).allSatisfy(id -> {
            Person person = caseFile.findPerson(id).orElseThrow();
            assertThat(agreement.mayBeNamed()).contains(person.role());
            if (person.role() != Role.ALLEGED_PERPETRATOR) {
                assertThat(consents(caseFile, id).stream()
                                .flatMap(consent -> consent.scopes().stream())
                                .anyMatch(Scope::byName))
                        .isTrue();
            }
        });
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void withdrawingNeverReleasesMore(
            @ForAll("caseFiles") CaseFile caseFile,
            @ForAll("agreements") Agreement agreement,
            @ForAll @IntRange(min = 0, max = 2) int who) {
        // Given
        var consents = new ArrayList<>(caseFile.consents());
        consents.add(Cases.consent(IDS.get(who), Status.WITHDRAWN));
        CaseFile withdrawn = Cases.caseFile(caseFile.categories(), caseFile.persons(), consents, caseFile.statements());

        // When
        Decision before = Cases.decide(caseFile, agreement);
        Decision after = Cases.decide(withdrawn, agreement);

        // Then
        assertThat(rank(after)).isLessThanOrEqualTo(rank(before));
        assertThat(before.permitted()).containsAll(after.permitted());
        assertThat(after.permitted().contains(IDS.get(who))
                        && caseFile.findPerson(IDS.get(who)).orElseThrow().role() != Role.ALLEGED_PERPETRATOR)
                .isFalse();
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void aNarrowerConsentNeverReleasesMore(
            @ForAll("caseFiles") CaseFile caseFile, @ForAll("agreements") Agreement agreement) {
        // Given: every scope loses its leave to name, and the last scope goes.
        List<Consent> narrower = caseFile.consents().stream()
                .map(consent -> new Consent(
                        consent.person(),
                        consent.status(),
                        consent.given(),
                        consent.scopes().stream()
                                .limit(Math.max(0, consent.scopes().size() - 1))
                                .map(scope -> new Scope(
                                        scope.recipients(), scope.purposes(), scope.categories(), false, scope.until()))
                                .toList()))
                .toList();

        // When
        Decision before = Cases.decide(caseFile, agreement);
        Decision after = Cases.decide(
                Cases.caseFile(caseFile.categories(), caseFile.persons(), narrower, caseFile.statements()), agreement);

        // Then
        if (after.outcome() instanceof Outcome.Passed) {
            assertThat(before.outcome()).isInstanceOf(Outcome.Passed.class);
        }
        if (before.outcome() instanceof Outcome.Passed) {
            assertThat(before.permitted()).containsAll(after.permitted());
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theSameQuestionHasTheSameAnswer(
            @ForAll("caseFiles") CaseFile caseFile, @ForAll("agreements") Agreement agreement) {
        assertThat(Cases.decide(caseFile, agreement)).isEqualTo(Cases.decide(caseFile, agreement));
    }

    private static int rank(Decision decision) {
        return switch (decision.outcome()) {
            case Outcome.Passed passed -> 2;
            case Outcome.Held held -> 1;
            case Outcome.Refused refused -> 0;
        };
    }

    private static boolean allows(Scope scope, String category) {
        LocalDate until = scope.until();
        return (scope.recipients().contains("platform") || scope.recipients().contains("*"))
                && scope.purposes().contains("accountability")
                && (scope.categories().contains(category) || scope.categories().contains("*"))
                && (until == null || !until.isBefore(TODAY));
    }

    private static List<Consent> consents(CaseFile caseFile, String person) {
        return caseFile.consents().stream()
                .filter(consent -> consent.person().equals(person))
                .toList();
    }

    @Provide
    Arbitrary<Agreement> agreements() {
        Arbitrary<LocalDate> from = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.just(LocalDate.of(2025, 1, 1))),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(TODAY, TODAY.plusDays(1))));
        Arbitrary<LocalDate> until = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.just(LocalDate.of(2026, 1, 1))),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(TODAY, TODAY.minusDays(1))));
        Arbitrary<Set<String>> categories =
                Arbitraries.of(Set.of("*"), Set.of("torture"), Set.of("torture", "arrest"), Set.of("arrest"));
        Arbitrary<Set<Role>> roles = Arbitraries.of(Role.class).set();
        return Combinators.combine(from, until, categories, roles).as(Cases::agreement);
    }

    @Provide
    Arbitrary<CaseFile> caseFiles() {
        Arbitrary<List<Role>> roles = Arbitraries.of(
                        Role.COMPLAINANT, Role.WITNESS, Role.WITNESS, Role.ALLEGED_PERPETRATOR)
                .list()
                .ofSize(3);
        Arbitrary<List<String>> categories =
                Arbitraries.of(List.of("torture"), List.of("torture", "arrest"), List.of("arrest"), List.of());
        Arbitrary<List<Consent>> consents = Combinators.combine(consent("p1"), consent("p2"), consent("p3"))
                .as((first, second, third) -> {
                    var all = new ArrayList<>(first);
                    all.addAll(second);
                    all.addAll(third);
                    return all;
                });
        Arbitrary<List<Statement>> statements =
                Arbitraries.of(IDS).map(Cases::statement).list().ofMaxSize(2);
        return Combinators.combine(categories, roles, consents, statements)
                .as((about, who, allow, said) -> Cases.caseFile(
                        about,
                        List.of(
                                Cases.person("p1", who.get(0)),
                                Cases.person("p2", who.get(1)),
                                Cases.person("p3", who.get(2))),
                        allow,
                        said));
    }

    private static Arbitrary<List<Consent>> consent(String person) {
        Arbitrary<Status> status = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(30, Status.GIVEN),
                net.jqwik.api.Tuple.of(1, Status.REFUSED),
                net.jqwik.api.Tuple.of(1, Status.UNCLEAR),
                net.jqwik.api.Tuple.of(1, Status.WITHDRAWN));
        Arbitrary<List<Scope>> scopes = scopes().list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(status, scopes)
                .as((stands, covers) -> Cases.consent(person, stands, covers.toArray(Scope[]::new)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    private static Arbitrary<Scope> scopes() {
        Arbitrary<String> recipient = Arbitraries.of("platform", "*", "*", "*", "tribunal");
        Arbitrary<String> purpose = Arbitraries.of("accountability", "accountability", "accountability", "publication");
        Arbitrary<String> category = Arbitraries.of("torture", "arrest", "*", "*");
        Arbitrary<Boolean> byName = Arbitraries.of(true, false);
        Arbitrary<LocalDate> until = Arbitraries.of(TODAY, TODAY.plusDays(9), TODAY.plusYears(1), TODAY.minusDays(1));
        return Combinators.combine(recipient, purpose, category, byName, until.injectNull(0.3))
                .as((to, why, about, named, last) -> new Scope(List.of(to), List.of(why), List.of(about), named, last));
    }
}
