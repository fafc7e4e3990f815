package org.safepassage.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the ledger promises, whatever database keeps it.
abstract class LedgerContract {
    @TempDir
    Path keys = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Ledger ledger;

    /// An empty database.
    abstract DataSource database() throws Exception;

    @BeforeEach
    void anEmptyLedger() throws Exception {
        ledger = new Ledger(database(), keys);
    }

    @Test
    void aStepRunsOnceHoweverOftenItsParcelComes() throws Exception {
        // Given
        var parcel = new Parcel(ledger.arrived("17", "a", "to-court"), "", 1);
        var runs = new AtomicInteger();

        // When
        boolean first = ledger.book.once(parcel, Step.EXTRACT, () -> counted(runs));
        boolean again = ledger.book.once(parcel, Step.EXTRACT, () -> counted(runs));

        // Then
        assertThat(first && again).isTrue();
        assertThat(runs).hasValue(1);
        assertThat(ledger.custody.entries(parcel.caseFile().toString())).hasSize(1);
    }

    @Test
    void lessonsAreKnownInTheOrderInWhichTheyWereSaidAndTheirWordsAreSealed() {
        // Given
        var version = ledger.arrived("17", "first", "to-court");
        var stranger = new CaseKnowledge(
                new TreeMap<>(Map.of("p1", new TreeSet<>(Set.of("Верка")))),
                new TreeSet<>(Set.of("Кукушка")),
                new TreeSet<>(Set.of("7-АК-19")),
                new TreeSet<>());
        var nobody =
                new CaseKnowledge(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(Set.of("Кукушка")));

        // When
        ledger.transaction.executeWithoutResult(tx -> ledger.lessons.add(version, "to-court", stranger));
        ledger.transaction.executeWithoutResult(tx -> ledger.lessons.add(version, "to-court", nobody));

        // Then
        assertThat(ledger.lessons.of(version.caseFile())).isEqualTo(stranger.and(nobody));
        assertThat(ledger.lessons.of("cf-aaaaaaaaaaaaaaaa").isEmpty()).isTrue();
        assertThat(JdbcClient.create(ledger.database)
                        .sql("select lesson_sealed from lesson")
                        .query(byte[].class)
                        .list())
                .hasSize(2)
                .allSatisfy(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Кукушка", "Верка", "АК"));
    }

    @Test
    void twoWorkersOnOneParcelLeaveOneOutcome() throws Exception {
        // Given
        var parcel = new Parcel(ledger.arrived("17", "a", "to-court"), "", 1);
        Callable<Boolean> work = () -> ledger.book.once(parcel, Step.EXTRACT, StepBook.Result::passed);

        // When
        try (var workers = Executors.newFixedThreadPool(4)) {
            for (var done : workers.invokeAll(List.of(work, work, work, work))) done.get();
        }

        // Then
        assertThat(ledger.custody.entries(parcel.caseFile().toString())).hasSize(1);
    }

    @Test
    void anArrivalIsHeldHoweverLongItsReasonIs() {
        // Given
        var listed = ledger.arrivals.admit("office", new Arrival("17", "17", "f".repeat(64), "1", List.of()));

        // When
        ledger.arrivals.hold(listed.id(), HoldReason.ARRIVAL_UNREADABLE, "the door said ".repeat(100));

        // Then
        assertThat(ledger.arrivals.held())
                .singleElement()
                .satisfies(held ->
                        assertThat(held.where()).startsWith("the door said").hasSize(400));
    }

    @Test
    void whatIsHeldInASharedStepIsHeldInEveryExchangeAndStartsAgainOnRetry() throws Exception {
        // Given
        var version = ledger.arrived("17", "a", "to-court", "to-un");
        var parcel = new Parcel(version, "", 1);
        var held = StepBook.Result.of(new Outcome.Held(HoldReason.RECORD_INVALID, "/persons/0/role"));

        // When
        boolean passed = ledger.book.once(parcel, Step.NORMALISE, () -> held);

        // Then
        assertThat(passed).isFalse();
        assertThat(ledger.states.of(version))
                .allSatisfy(s -> assertThat(s.state()).isEqualTo(ExchangeState.HELD));
        assertThat(ledger.holds.open()).singleElement().satisfies(hold -> {
            assertThat(hold.reason()).isEqualTo(HoldReason.RECORD_INVALID);
            assertThat(hold.where()).isEqualTo("/persons/0/role");
        });

        // When
        var again = ledger.transaction.execute(
                tx -> ledger.restarts.startAgain(new Parcel(version, "", 1), Step.NORMALISE));

        // Then
        assertThat(again).containsExactly(new Parcel(version, "", 2));
        assertThat(ledger.book.once(new Parcel(version, "", 2), Step.NORMALISE, StepBook.Result::passed))
                .isTrue();
    }

    @Test
    void aNewVersionSupersedesWhatIsNotSentYetAndLetsFinishWhatIs() throws Exception {
        // Given
        var first = ledger.arrived("17", "a", "to-court", "to-un");
        ledger.book.once(new Parcel(first, "to-court", 1), Step.CONSIGN, StepBook.Result::passed);

        // When
        var second = ledger.arrived("17", "b", "to-court", "to-un");

        // Then
        assertThat(second.version()).isEqualTo(2);
        assertThat(ledger.states.find(first, "to-court").orElseThrow().state()).isEqualTo(ExchangeState.UNDER_WAY);
        assertThat(ledger.states.find(first, "to-un").orElseThrow().state()).isEqualTo(ExchangeState.SUPERSEDED);
        assertThat(ledger.versions.earlierIsUnderWay(new Parcel(second, "to-court", 1)))
                .isTrue();
        assertThat(ledger.versions.earlierIsUnderWay(new Parcel(second, "to-un", 1)))
                .isFalse();
    }

    @Test
    void aSupersededParcelStopsWhereItIs() throws Exception {
        // Given
        var first = ledger.arrived("17", "a", "to-un");
        ledger.arrived("17", "b", "to-un");
        var runs = new AtomicInteger();

        // When
        boolean passed = ledger.book.once(new Parcel(first, "to-un", 1), Step.REDACT, () -> counted(runs));

        // Then
        assertThat(passed).isFalse();
        assertThat(runs).hasValue(0);
    }

    @Test
    void theSameContentTwiceIsOneVersion() {
        // Given
        var first = ledger.arrived("17", "a", "to-un");

        // When
        var again = ledger.arrived("17", "a", "to-un");

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(ledger.states.of(first)).hasSize(1);
    }

    @Test
    void aRefusalForWithdrawnConsentIsWithdrawn() throws Exception {
        // Given
        var version = ledger.arrived("17", "a", "to-un");
        var refused = StepBook.Result.of(new Outcome.Refused(List.of("consent-withdrawn persons[0]")));

        // When
        ledger.book.once(new Parcel(version, "to-un", 1), Step.DECIDE, () -> refused);

        // Then
        assertThat(ledger.states.find(version, "to-un").orElseThrow().state()).isEqualTo(ExchangeState.WITHDRAWN);
        assertThat(ledger.reconciliation.figures().balanced()).isTrue();
    }

    @Test
    void anOverdueReceiptEndsEvenWhatWasHeldAsUnknown() throws Exception {
        // Given
        var version = ledger.arrived("17", "a", "to-un");
        var parcel = new Parcel(version, "to-un", 1);
        ledger.transaction.executeWithoutResult(
                tx -> ledger.states.hold(parcel, Step.DELIVER, HoldReason.DELIVERY_UNKNOWN, "connection lost"));

        // When
        ledger.transaction.executeWithoutResult(
                tx -> ledger.states.finish(parcel, Step.RECEIPT, ExchangeState.DELIVERED));

        // Then
        assertThat(ledger.states.find(version, "to-un").orElseThrow().state()).isEqualTo(ExchangeState.DELIVERED);
        assertThat(ledger.holds.open()).isEmpty();
    }

    @Test
    void whatThrowsLeavesNoTraceAndIsTriedAgain() throws Exception {
        // Given
        var parcel = new Parcel(ledger.arrived("17", "a", "to-un"), "", 1);

        // When
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ledger.book.once(parcel, Step.EXTRACT, () -> {
                    throw new IOException("the extractor is not available");
                })))
                .isInstanceOf(IOException.class);

        // Then
        assertThat(ledger.book.once(parcel, Step.EXTRACT, StepBook.Result::passed))
                .isTrue();
    }

    @Test
    void aRoundOfReadingAgainIsOpenedOnceWithWhatIsHeld() throws Exception {
        // Given
        var version = delivered("17", "to-un");
        var round = new Parcel(version, "", 1, 1);

        // When
        ledger.transaction.executeWithoutResult(tx -> ledger.rereadings.begin(round));
        ledger.transaction.executeWithoutResult(tx -> ledger.holds.clearExhibit(version, "x2"));
        ledger.transaction.executeWithoutResult(tx -> ledger.rereadings.begin(round));

        // Then
        assertThat(ledger.rereadings.exhibits(round).keySet()).containsExactly("x2", "x3");
        assertThat(ledger.reconciliation.figures().readAgain()).isEqualTo(1);
        assertThat(ledger.reconciliation.figures().balanced()).isFalse();
        assertThat(ledger.rereadings.next(version)).isEqualTo(round);
    }

    @Test
    void whatARoundReleasedIsDueWhereTheVersionIsDeliveredAndLaterWhereItIsNotYet() throws Exception {
        // Given
        var version = delivered("17", "to-court", "to-un");
        var toCourt = new Parcel(version, "to-court", 1);

        // When
        released(version, 1);

        // Then
        assertThat(ledger.supplements.ofRound(new Parcel(version, "", 1, 1)))
                .containsExactly(new Parcel(version, "to-un", 1, 1));
        assertThat(ledger.states.find(version, "to-un").orElseThrow().state()).isEqualTo(ExchangeState.DELIVERED);
        assertThat(ledger.rereadings.next(version)).isEqualTo(new Parcel(version, "", 1, 2));

        // When
        deliver(toCourt);
        deliver(toCourt);

        // Then
        assertThat(ledger.supplements.waiting(toCourt)).containsExactly(new Parcel(version, "to-court", 1, 1));
        assertThat(ledger.reconciliation.figures().supplements()).containsExactly(Map.entry("under-way", 2L));
    }

    @Test
    void aFirstConsignmentThatTookTheExhibitAlongGetsNoSupplement() throws Exception {
        // Given
        var version = delivered("17", "to-court", "to-un");
        var toCourt = new Parcel(version, "to-court", 1);
        released(version, 1);

        // When
        int round = ledger.rereadings.roundOf(toCourt);
        ledger.book.once(
                toCourt,
                Step.REDACT,
                () -> StepBook.Result.passed().writing(() -> ledger.rereadings.takenAlong(toCourt, round)));
        deliver(toCourt);

        // Then
        assertThat(round).isEqualTo(1);
        assertThat(ledger.supplements.waiting(toCourt)).isEmpty();
    }

    @Test
    void aSupplementsStepsAreItsOwn() throws Exception {
        // Given
        var version = delivered("17", "to-un");
        ledger.book.once(new Parcel(version, "to-un", 1), Step.REDACT, () -> StepBook.Result.passed("never"));
        released(version, 1);
        var supplement = new Parcel(version, "to-un", 1, 1);

        // When
        ledger.book.once(supplement, Step.REDACT, () -> StepBook.Result.passed("second"));

        // Then
        assertThat(ledger.book.getResult(supplement, Step.REDACT)).isEqualTo("second");
        assertThat(ledger.book.hasPassed(supplement.first(), Step.REDACT)).isFalse();
        assertThat(ledger.custody.entries(version.toString()).getLast().entry().facts())
                .containsEntry("supplement", "1");
    }

    @Test
    void aHeldSupplementHasItsOwnHoldAndOnlyItStartsAgain() throws Exception {
        // Given
        var version = delivered("17", "to-court", "to-un");
        deliver(new Parcel(version, "to-court", 1));
        released(version, 1);
        var supplement = new Parcel(version, "to-un", 1, 1);
        var held = StepBook.Result.of(new Outcome.Held(HoldReason.IDENTITY_REMAINS, "data/renditions/x2.txt"));

        // When
        ledger.book.once(supplement, Step.CHECK, () -> held);

        // Then
        assertThat(ledger.restarts.isHeld(supplement, Step.CHECK)).isTrue();
        assertThat(ledger.states.find(version, "to-un").orElseThrow().state()).isEqualTo(ExchangeState.DELIVERED);
        assertThat(ledger.holds.open())
                .filteredOn(hold -> hold.exhibit().isEmpty())
                .singleElement()
                .satisfies(hold -> {
                    assertThat(hold.place()).isEqualTo(supplement.attempted(0));
                    assertThat(hold.reason()).isEqualTo(HoldReason.IDENTITY_REMAINS);
                });

        // When
        var again = ledger.transaction.execute(tx -> ledger.restarts.startAgain(supplement, Step.DECIDE));

        // Then
        assertThat(again).containsExactly(supplement.attempted(2));
        assertThat(ledger.states.underWay(new Parcel(version, "to-court", 1, 1)))
                .isTrue();
    }

    @Test
    void aNewerVersionTakesThePlaceOfSupplementsThatAreNotSealedYet() throws Exception {
        // Given
        var version = delivered("17", "to-court", "to-un");
        deliver(new Parcel(version, "to-court", 1));
        released(version, 1);
        ledger.book.once(new Parcel(version, "to-court", 1, 1), Step.CONSIGN, StepBook.Result::passed);
        ledger.book.once(
                new Parcel(version, "to-un", 1, 1),
                Step.DECIDE,
                () -> StepBook.Result.of(new Outcome.Held(HoldReason.AGREEMENT_EXPIRED, "to-un")));

        // When
        ledger.arrived("17", "b", "to-court", "to-un");
        released(version, 2);

        // Then
        assertThat(ledger.supplements.of(version))
                .extracting(Supplements.Standing::state)
                .containsExactly(ExchangeState.UNDER_WAY, ExchangeState.SUPERSEDED);
        assertThat(ledger.holds.open())
                .allSatisfy(hold -> assertThat(hold.exhibit()).isNotEmpty());
    }

    @Test
    void aLedgerThatIsOlderThanSupplementsKeepsItsStepsAndHolds() throws Exception {
        // Given
        var database = database();
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(new CustodyTables.V2__Custody());
        flyway.target("2").load().migrate();
        var jdbc = JdbcClient.create(database);
        jdbc.sql(
                        "insert into exchange_state values ('cf-ab22cd34ef56gh77', 1, 'to-un', 'under-way', 'redact', 1, now())")
                .update();
        jdbc.sql("insert into step_done values ('cf-ab22cd34ef56gh77', 1, 'to-un', 'redact', 'passed', 'kept', now())")
                .update();
        jdbc.sql(
                        "insert into hold values ('h-1', 'cf-ab22cd34ef56gh77', 1, '', 'extract', 'x2', 'ocr-missing', '', now(), null)")
                .update();

        // When
        var upgraded = new Ledger(database, Files.createDirectories(keys.resolve("older")));

        // Then
        var parcel = new Parcel(CaseFileVersion.parse("cf-ab22cd34ef56gh77.v1"), "to-un", 1);
        assertThat(upgraded.book.getResult(parcel, Step.REDACT)).isEqualTo("kept");
        assertThat(upgraded.states.underWay(parcel)).isTrue();
        assertThat(upgraded.holds.find("h-1").orElseThrow().place().follows()).isFalse();
    }

    /// A version whose exhibits x2 and x3 are held and that was read through; the last of its exchanges has it.
    private CaseFileVersion delivered(String caseNumber, String... exchanges) throws Exception {
        var version = ledger.arrived(caseNumber, "a", exchanges);
        var shared = new Parcel(version, "", 1);
        ledger.book.once(
                shared,
                Step.EXTRACT,
                () -> StepBook.Result.passed()
                        .writing(() -> List.of("x2", "x3")
                                .forEach(exhibit -> ledger.holds.open(
                                        shared, Step.EXTRACT, exhibit, HoldReason.OCR_MISSING, exhibit))));
        ledger.book.once(shared, Step.DETECT, StepBook.Result::passed);
        deliver(new Parcel(version, exchanges[exchanges.length - 1], 1));
        return version;
    }

    private void deliver(Parcel parcel) {
        ledger.transaction.executeWithoutResult(tx -> {
            ledger.states.finish(parcel, Step.RECEIPT, ExchangeState.DELIVERED);
            ledger.supplements.openDue(parcel.caseFile());
        });
    }

    /// A round that is through and released x2.
    private void released(CaseFileVersion version, int number) throws Exception {
        var round = new Parcel(version, "", 1, number);
        ledger.transaction.executeWithoutResult(tx -> ledger.rereadings.begin(round));
        ledger.book.once(
                round,
                Step.DETECT,
                () -> StepBook.Result.passed().writing(() -> {
                    ledger.rereadings.release(round, List.of("x2"));
                    ledger.supplements.openDue(version);
                }));
    }

    private static StepBook.Result counted(AtomicInteger runs) {
        runs.incrementAndGet();
        return StepBook.Result.passed();
    }
}
