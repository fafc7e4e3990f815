package org.safepassage.release.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safepassage.release.decisions.Cases.NOON;
import static org.safepassage.release.decisions.Cases.TERMS;
import static org.safepassage.release.decisions.Cases.agreement;
import static org.safepassage.release.decisions.Cases.caseFile;
import static org.safepassage.release.decisions.Cases.consent;
import static org.safepassage.release.decisions.Cases.decide;
import static org.safepassage.release.decisions.Cases.person;
import static org.safepassage.release.decisions.Cases.scope;
import static org.safepassage.release.decisions.Cases.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.release.agreements.Agreements;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Consent;
import org.safepassage.schemas.Consent.Scope;
import org.safepassage.schemas.Consent.Status;
import org.safepassage.schemas.Decision;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Outcome;
import org.safepassage.schemas.Role;

class DeciderTest {
    private static final CaseFile CONSENTED = caseFile(
            List.of(person("p1", Role.COMPLAINANT)),
            List.of(consent("p1", Status.GIVEN, scope(false, null))),
            List.of(statement("p1")));

    @Test
    void aCaseWithAgreementAndConsentIsReleasedWithItsReasons() {
        // When
        Decision decision = decide(CONSENTED, agreement());

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(decision.reasons())
                .containsExactly(
                        "agreement-exists",
                        "agreement-names-the-parties",
                        "agreement-in-force",
                        "agreement-covers-the-categories",
                        "consent-covers");
        assertThat(decision.policy()).isEqualTo("strict");
        assertThat(decision.agreement()).isEqualTo("the-agreement");
        assertThat(decision.at()).isEqualTo(NOON);
        assertThat(decision.permitted()).isEmpty();
    }

    @Test
    void withoutTheAgreementTheCaseWaitsForIt() {
        // When
        Decision decision = new Decider(Cases.MINSK).decide(CONSENTED, TERMS, Agreements.of(List.of()), NOON);

        // Then
        assertThat(decision.outcome())
                .isEqualTo(new Outcome.Held(HoldReason.AGREEMENT_MISSING, "agreement the-agreement"));
        assertThat(decision.policy()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "south, platform, accountability, agreement-names-another-partner",
        "north, tribunal, accountability, agreement-names-another-recipient",
        "north, platform, publication,    agreement-names-another-purpose",
        "south, platform, accountability, case-of-another-partner",
    })
    void anAgreementOfOthersRefuses(String partner, String recipient, String purpose, String code) {
        // Given
        var terms = new Terms("an-exchange", partner, recipient, purpose, "the-agreement");

        // When
        Decision decision =
                new Decider(Cases.MINSK).decide(CONSENTED, terms, Agreements.of(List.of(agreement())), NOON);

        // Then
        assertThat(decision.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(decision.reasons()).anyMatch(reason -> reason.startsWith(code + " "));
    }

    /// The agreement's first day is 1 January and its last 31 December, by the civil day of the zone.
    @ParameterizedTest
    @CsvSource({
        "2024-12-31T20:59:59Z, Europe/Minsk,     agreement-not-yet-in-force",
        "2024-12-31T21:00:00Z, Europe/Minsk,     agreement-in-force",
        "2025-12-31T20:59:59Z, Europe/Minsk,     agreement-in-force",
        "2025-12-31T21:00:00Z, Europe/Minsk,     agreement-expired",
        "2025-12-31T21:00:00Z, UTC,              agreement-in-force",
        "2026-01-01T09:59:59Z, America/Adak,     agreement-in-force",
        "2025-12-31T10:00:00Z, Pacific/Kiritimati, agreement-expired",
    })
    void anAgreementHoldsFromTheFirstToTheLastMomentOfItsDaysInTheZone(Instant now, ZoneId zone, String code) {
        // Given
        var consented = caseFile(
                List.of(person("p1", Role.COMPLAINANT)),
                List.of(new Consent("p1", Status.GIVEN, null, List.of(scope(false, null)))),
                List.of());

        // When
        Decision decision = new Decider(zone).decide(consented, TERMS, Agreements.of(List.of(agreement())), now);

        // Then
        assertThat(decision.reasons()).anyMatch(reason -> reason.startsWith(code));
        assertThat(decision.outcome())
                .isEqualTo(
                        switch (code) {
                            case "agreement-in-force" -> new Outcome.Passed();
                            case "agreement-expired" ->
                                new Outcome.Held(HoldReason.AGREEMENT_EXPIRED, "agreement the-agreement validUntil");
                            default ->
                                new Outcome.Held(HoldReason.AGREEMENT_EXPIRED, "agreement the-agreement validFrom");
                        });
    }

    @Test
    void oneCategoryOutsideTheAgreementRefusesTheWholeCase() {
        // Given
        var narrow = Cases.agreement(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), Set.of("torture"), Set.of());
        var scope = new Scope(List.of("*"), List.of("accountability"), List.of("*"), false, null);
        var wide = Cases.caseFile(
                List.of("torture", "enforced-disappearance"),
                List.of(person("p1", Role.COMPLAINANT)),
                List.of(consent("p1", Status.GIVEN, scope)),
                List.of());

        // When / Then
        assertThat(decide(wide, narrow).outcome())
                .isEqualTo(new Outcome.Refused(List.of("category-not-in-agreement categories")));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED,   consent-refused",
        "WITHDRAWN, consent-withdrawn",
    })
    void aNoRefuses(Status status, String code) {
        // Given
        var caseFile = caseFile(
                List.of(person("p1", Role.COMPLAINANT)),
                List.of(consent("p1", Status.GIVEN, scope(true, null)), consent("p1", status, scope(true, null))),
                List.of());

        // When / Then
        assertThat(decide(caseFile, agreement()).outcome())
                .isEqualTo(new Outcome.Refused(List.of(code + " persons[0]")));
    }

    @Test
    void anUnclearConsentHoldsTheCase() {
        // Given
        var caseFile = caseFile(
                List.of(person("p1", Role.COMPLAINANT)),
                List.of(consent("p1", Status.UNCLEAR, scope(true, null))),
                List.of());

        // When / Then
        assertThat(decide(caseFile, agreement()).outcome())
                .isEqualTo(new Outcome.Held(HoldReason.CONSENT_UNCLEAR, "persons[0]"));
    }

    @Test
    void everyComplainantMustConsent() {
        // Given
        var caseFile = caseFile(
                List.of(person("p1", Role.COMPLAINANT), person("p2", Role.COMPLAINANT)),
                List.of(consent("p1", Status.GIVEN, scope(true, null))),
                List.of());

        // When / Then
        assertThat(decide(caseFile, agreement()).outcome())
                .isEqualTo(new Outcome.Refused(List.of("consent-absent persons[1]")));
    }

    @Test
    void aCaseWithoutAComplainantWaits() {
        // Given
        var caseFile = caseFile(List.of(person("w1", Role.WITNESS)), List.of(), List.of(statement("w1")));

        // When / Then
        assertThat(decide(caseFile, agreement()).outcome())
                .isEqualTo(new Outcome.Held(HoldReason.CONSENT_UNCLEAR, "persons"));
    }

    @ParameterizedTest
    @CsvSource({
        "platform, accountability, torture, 2025-06-15, consent-covers",
        "*,        accountability, *,       ,           consent-covers",
        "platform, accountability, torture, 2025-06-14, consent-expired persons[0]",
        "tribunal, accountability, torture, ,           consent-out-of-scope persons[0]",
        "platform, publication,    torture, ,           consent-out-of-scope persons[0]",
        "platform, accountability, arrest,  ,           consent-out-of-scope persons[0]",
    })
    void aScopeCoversRecipientPurposeCategoryAndItsLastDay(
            String recipient, String purpose, String category, LocalDate until, String reason) {
        // Given
        var scope = new Scope(List.of(recipient), List.of(purpose), List.of(category), false, until);
        var caseFile = caseFile(
                List.of(person("p1", Role.COMPLAINANT)), List.of(consent("p1", Status.GIVEN, scope)), List.of());

        // When / Then
        assertThat(decide(caseFile, agreement()).reasons()).contains(reason);
    }

    @Test
    void aConsentDatedAfterTodayIsDoubtful() {
        // Given
        var later = new Consent("p1", Status.GIVEN, LocalDate.of(2025, 6, 16), List.of(scope(true, null)));
        var caseFile = caseFile(List.of(person("p1", Role.COMPLAINANT)), List.of(later), List.of());

        // When / Then
        assertThat(decide(caseFile, agreement()).outcome())
                .isEqualTo(new Outcome.Held(HoldReason.CONSENT_UNCLEAR, "persons[0]"));
    }

    @Test
    void aWitnessWhoSpeaksAndSaidNoRefuses() {
        // Given
        var caseFile = caseFile(
                List.of(person("p1", Role.COMPLAINANT), person("w1", Role.WITNESS)),
                List.of(consent("p1", Status.GIVEN, scope(true, null)), consent("w1", Status.REFUSED)),
                List.of(statement("w1")));

        // When / Then
        assertThat(decide(caseFile, agreement()).outcome())
                .isEqualTo(new Outcome.Refused(List.of("consent-refused persons[1]")));
    }

    @Test
    void aWitnessWhoWasNeverAskedIsNotNamedAndHoldsNothingUp() {
        // Given
        var caseFile = caseFile(
                List.of(person("p1", Role.COMPLAINANT), person("w1", Role.WITNESS)),
                List.of(consent("p1", Status.GIVEN, scope(true, null))),
                List.of(statement("w1")));

        // When
        Decision decision = decide(caseFile, agreement());

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(decision.permitted()).containsExactly("p1");
    }

    @Test
    void aConsentThatPointsToNobodyHoldsTheCase() {
        // Given
        var caseFile = caseFile(
                List.of(person("p1", Role.COMPLAINANT)),
                List.of(consent("p1", Status.GIVEN, scope(true, null)), consent("p7", Status.WITHDRAWN)),
                List.of());

        // When / Then
        assertThat(decide(caseFile, agreement()).outcome())
                .isEqualTo(new Outcome.Held(HoldReason.CONSENT_UNCLEAR, "consents[1]"));
    }

    @Test
    void namedAreThoseWhoConsentedAndTheAllegedPerpetratorIfTheAgreementSaysSo() {
        // Given
        var caseFile = caseFile(
                List.of(
                        person("p1", Role.COMPLAINANT),
                        person("p2", Role.COMPLAINANT),
                        person("w1", Role.WITNESS),
                        person("m1", Role.MEDICAL_STAFF),
                        person("a1", Role.ALLEGED_PERPETRATOR)),
                List.of(
                        consent("p1", Status.GIVEN, scope(true, null)),
                        consent("p2", Status.GIVEN, scope(false, null)),
                        consent("w1", Status.GIVEN, scope(true, null)),
                        consent("m1", Status.GIVEN, scope(true, null))),
                List.of());
        var nobody = Cases.agreement(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), Set.of("*"), Set.of());

        // When / Then: the agreement lets complainants, witnesses and alleged perpetrators be named.
        assertThat(decide(caseFile, agreement()).permitted()).containsExactlyInAnyOrder("p1", "w1", "a1");
        assertThat(decide(caseFile, nobody).permitted()).isEmpty();
        assertThat(decide(caseFile, nobody).outcome()).isEqualTo(new Outcome.Passed());
    }

    @Test
    void aNoOutweighsADoubtAndBothAreTold() {
        // Given
        var caseFile = caseFile(
                List.of(person("p1", Role.COMPLAINANT), person("p2", Role.COMPLAINANT)),
                List.of(consent("p1", Status.UNCLEAR), consent("p2", Status.WITHDRAWN)),
                List.of());

        // When
        Decision decision = decide(caseFile, agreement());

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Refused(List.of("consent-withdrawn persons[1]")));
        assertThat(decision.reasons()).startsWith("consent-withdrawn persons[1]", "consent-unclear persons[0]");
    }

    @Test
    void reasonsHoldNoIdOfAPerson() {
        // Given: partners use what they like as ids, names too.
        var caseFile = caseFile(
                List.of(person("Invented-Name", Role.COMPLAINANT)),
                List.of(consent("Invented-Name", Status.UNCLEAR), consent("Another-Name", Status.GIVEN)),
                List.of());

        // When / Then
        Decision decision = decide(caseFile, agreement());
        assertThat(decision.reasons() + " " + decision.outcome()).doesNotContain("Name");
    }
}
