package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.hub.wiring.House;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Outcome;

class ReleaseRoutesTest {
    private static final String EXCHANGE = "office-to-court";

    @TempDir
    Path root = Path.of("");

    @SuppressWarnings("NullAway.Init") // set first in each test
    private House house;

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({"decide, redact", "redact, check", "check, consign", "review, consign", "consign, deliver"})
    void whatAStepPassedGoesOnToTheNext(String step, String next) throws Exception {
        // Given
        house = House.open(root);
        var parcel = parcel();
        house.passed(parcel, "", Step.ofWord(step));
        house.startAlone(step, step + ".queue", ReleaseRoutes.class);

        // When
        house.send("direct:in", parcel);

        // Then
        assertThat(house.sent(next + ".queue")).containsExactly(parcel);
    }

    @ParameterizedTest
    @CsvSource({
        "decide, redact",
        "redact, check",
        "check, consign",
        "check, review",
        "review, consign",
        "consign, deliver"
    })
    void whatAStepHeldStops(String step, String next) throws Exception {
        // Given
        house = House.open(root);
        var parcel = parcel();
        house.get(StepBook.class)
                .once(
                        parcel,
                        Step.ofWord(step),
                        () -> StepBook.Result.of(new Outcome.Held(HoldReason.UNEXPECTED, "invented")));
        house.startAlone(step, step + ".queue", ReleaseRoutes.class);

        // When
        house.send("direct:in", parcel);

        // Then
        assertThat(house.sent(next + ".queue")).isEmpty();
    }

    @Test
    void whatTheExchangeDoesNotSelectEndsAtDecide() throws Exception {
        // Given
        house = House.open(root);
        var parcel = parcel();
        var caseFile = new CaseFile(
                parcel.caseFile(),
                "office",
                "17",
                "",
                List.of("unfair-trial"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        house.passed(
                new Parcel(parcel.caseFile(), "", 1),
                house.get(WorkingCopies.class).keep(caseFile),
                Step.NORMALISE);
        house.startAlone("decide", "decide.queue", ReleaseRoutes.class);

        // When
        house.send("direct:in", parcel);

        // Then
        assertThat(house.sent("redact.queue")).isEmpty();
        assertThat(house.get(States.class)
                        .find(parcel.caseFile(), EXCHANGE)
                        .orElseThrow()
                        .state())
                .isEqualTo(ExchangeState.NOT_SELECTED);
    }

    @Test
    void whatTheAgreementSendsToReviewTakesThatWayAndWaitsThere() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.exchange(folders, "office", "court", "all");
        house = House.open(folders, Map.of());
        var parcel = parcel();
        house.passed(parcel, "", Step.CHECK);
        house.startAlone("check", "check.queue", ReleaseRoutes.class);

        // When
        house.send("direct:in", parcel);

        // Then
        assertThat(house.sent("review.queue")).containsExactly(parcel);
        assertThat(house.sent("consign.queue")).isEmpty();
    }

    @Test
    void aReviewThatNobodyDecidedHoldsTheCaseFile() throws Exception {
        // Given
        house = House.open(root);
        var parcel = parcel();
        house.startAlone("review", "review.queue", ReleaseRoutes.class);

        // When
        house.send("direct:in", parcel);

        // Then
        assertThat(house.sent("consign.queue")).isEmpty();
        assertThat(house.get(Holds.class).open())
                .singleElement()
                .satisfies(hold -> assertThat(hold.reason()).isEqualTo(HoldReason.REVIEW_REQUIRED));
    }

    @Test
    void aRecipientWithoutAKeyGetsNothing() throws Exception {
        // Given
        house = House.open(root);
        var parcel = parcel();
        house.startAlone("consign", "consign.queue", ReleaseRoutes.class);

        // When
        house.send("direct:in", parcel);

        // Then
        assertThat(house.sent("deliver.queue")).isEmpty();
        assertThat(house.get(Holds.class).open()).singleElement().satisfies(hold -> {
            assertThat(hold.reason()).isEqualTo(HoldReason.RECIPIENT_KEY_MISSING);
            assertThat(hold.where()).contains("court");
        });
    }

    private Parcel parcel() {
        return new Parcel(house.arrived("17", "a", EXCHANGE), EXCHANGE, 1);
    }
}
