package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.evidence.custody.CustodyLog;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.CaseFileList;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.Versions;
import org.safepassage.hub.pipeline.steps.Bags;
import org.safepassage.hub.pipeline.steps.DoorWatch;
import org.safepassage.schemas.ExchangeState;

class ClockJumpTest extends HousedTest {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2037-01-01T00:00:00Z");

    @Test
    void aListingIsTheSameArrivalWhateverTheClockSays() {
        // Given
        var arrivals = house.get(Arrivals.class);
        var listing = new Arrival("17", "17", "f".repeat(64), "17", List.of());
        String id = arrivals.admit("office", listing).id();

        // When
        now.set(LONG_AGO);
        String before = arrivals.admit("office", listing).id();
        now.set(FAR_OFF);
        String after = arrivals.admit("office", listing).id();

        // Then
        assertThat(List.of(before, after)).containsOnly(id);
        assertThat(arrivals.unfinished("office")).containsExactly(id);
    }

    @Test
    void versionsStatesAndConsignmentsKeepTheirOrderAndTheirIds() throws Exception {
        // Given
        var first = house.arrived("17", "a", "office-to-court", "office-to-tribunal");
        var sent = new Parcel(first, "office-to-court", 1);
        house.passed(sent, "", Step.CONSIGN);
        String consignment = house.get(Bags.class).id(sent);

        // When
        now.set(LONG_AGO);
        var second = house.arrived("17", "b", "office-to-court", "office-to-tribunal");
        house.passed(new Parcel(second, "office-to-court", 1), "", Step.CONSIGN);

        // Then
        assertThat(second.version()).isEqualTo(2);
        assertThat(house.get(Bags.class).id(sent)).isEqualTo(consignment);
        assertThat(house.get(States.class)
                        .find(first, "office-to-tribunal")
                        .orElseThrow()
                        .state())
                .isEqualTo(ExchangeState.SUPERSEDED);
        assertThat(house.get(Versions.class).earlierIsUnderWay(new Parcel(second, "office-to-court", 1)))
                .isTrue();

        // When
        now.set(FAR_OFF);
        house.passed(sent, "", Step.DELIVER);
        house.passed(new Parcel(second, "", 1), "", Step.EXTRACT);

        // Then
        assertThat(house.get(States.class)
                        .find(first, "office-to-court")
                        .orElseThrow()
                        .step())
                .isEqualTo(Step.DELIVER);
        assertThat(house.get(CaseFileList.class).lines()).hasSize(2);
        assertThat(house.get(CustodyLog.class).verifyAll(List.of())).isEmpty();
    }

    @Test
    void aDoorThatRestsIsLookedAtAgainWhenTheClockIsSetBack() {
        // Given
        var watch = house.get(DoorWatch.class);
        watch.isDue("tribunal");
        watch.failed("tribunal", new DoorProblem(DoorProblem.Kind.UNREACHABLE, "tribunal is down"));
        assertThatItRests(watch);

        // When
        now.set(LONG_AGO);

        // Then
        assertThat(watch.isDue("tribunal")).isTrue();
    }

    private static void assertThatItRests(DoorWatch watch) {
        assertThat(watch.isDue("tribunal")).isFalse();
    }
}
