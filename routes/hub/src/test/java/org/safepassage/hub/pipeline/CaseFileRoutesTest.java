package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.HoldReason;

class CaseFileRoutesTest extends HousedTest {
    @Test
    void whatIsReadGoesOnToNormalise() {
        // Given
        var parcel = new Parcel(house.arrived("17", "a", "office-to-court"), "", 1);
        house.startAlone("extract", "extract.queue", CaseFileRoutes.class);

        // When
        house.send("direct:in", parcel);

        // Then
        assertThat(house.sent("normalise.queue")).containsExactly(parcel);
    }

    @Test
    void aVersionWithoutARecordIsHeldAtNormaliseAndStops() {
        // Given
        var version = house.arrived("17", "a", "office-to-court");
        house.startAlone("normalise", "normalise.queue", CaseFileRoutes.class);

        // When
        house.send("direct:in", new Parcel(version, "", 1));

        // Then
        assertThat(house.sent("detect.queue")).isEmpty();
        assertThat(house.get(Holds.class).open())
                .singleElement()
                .satisfies(hold -> assertThat(hold.reason()).isEqualTo(HoldReason.RECORD_UNREADABLE));
    }

    @Test
    void aRecordThatCouldBeTurnedGoesOnToDetect() throws Exception {
        // Given
        var parcel = new Parcel(house.arrived("17", "a", "office-to-court"), "", 1);
        house.passed(parcel, "", Step.NORMALISE);
        house.startAlone("normalise", "normalise.queue", CaseFileRoutes.class);

        // When
        house.send("direct:in", parcel);

        // Then
        assertThat(house.sent("detect.queue")).containsExactly(parcel);
    }

    @Test
    void afterDetectTheWayPartsIntoOneParcelForEachExchangeUnderWay() throws Exception {
        // Given
        var version = house.arrived("17", "a", "archive-to-court", "office-to-court", "office-to-tribunal");
        house.passed(new Parcel(version, "", 1), "", Step.DETECT);
        house.refused(new Parcel(version, "archive-to-court", 1), Step.DECIDE);
        house.startAlone("detect", "detect.queue", CaseFileRoutes.class);

        // When
        house.send("direct:in", new Parcel(version, "", 1));

        // Then
        assertThat(house.sent("decide.queue"))
                .containsExactly(
                        new Parcel(version, "office-to-court", 1), new Parcel(version, "office-to-tribunal", 1));
    }

    @Test
    @Tag("slow")
    void whatKeepsFailingIsHeldUnexpectedAndItsMessageIsADeadLetterOfItsStep() throws Exception {
        // Given
        var broken = house.arrived("17", "a", "office-to-court");
        var sound = house.arrived("18", "b", "office-to-court");
        house.passed(new Parcel(sound, "", 1), "", Step.DETECT);
        var camel = house.start(Map.of("decide.queue", "mock:out"), CaseFileRoutes.class);
        var out = camel.getEndpoint("mock:out", MockEndpoint.class);
        out.expectedBodiesReceived(new Parcel(sound, "office-to-court", 1));

        // When
        house.send("jms:queue:detect", new Parcel(broken, "", 1));
        house.send("jms:queue:detect", new Parcel(sound, "", 1));

        // Then
        await().untilAsserted(() -> assertThat(house.backlog("dead.detect")).isEqualTo(1));
        out.assertIsSatisfied();
        assertThat(house.backlog("detect")).isZero();
        assertThat(house.get(States.class)
                        .find(broken, "office-to-court")
                        .orElseThrow()
                        .state())
                .isEqualTo(ExchangeState.HELD);
        assertThat(house.get(Holds.class).open()).singleElement().satisfies(hold -> {
            assertThat(hold.reason()).isEqualTo(HoldReason.UNEXPECTED);
            assertThat(hold.where()).startsWith("detect ");
        });
    }
}
