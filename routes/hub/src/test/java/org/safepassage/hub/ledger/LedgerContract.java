package org.safepassage.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Outcome;

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
        var again = ledger.transaction.execute(tx -> ledger.states.startAgain(version, "", Step.NORMALISE));

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

    private static StepBook.Result counted(AtomicInteger runs) {
        runs.incrementAndGet();
        return StepBook.Result.passed();
    }
}
