package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.PartnerRuns;
import org.safepassage.schemas.HoldReason;

class ArrivalRoutesTest extends HousedTest {
    private static final Map<String, String> SWAPPED = Map.of(
            "pull.queue", "direct:pull.{{partner}}",
            "seal.queue", "direct:seal.{{partner}}",
            "extract.queue", "mock:extract",
            "dead.queue", "mock:dead");
    private static final Map<String, String> REAL = Map.of("extract.queue", "mock:extract");

    @Test
    void aPullSealsEachArrivalOnceAndAcknowledgesIt() throws Exception {
        // Given
        house.office("office").put("17", "first");
        house.office("office").put("18", "second");
        var camel = started(SWAPPED);
        var extract = camel.getEndpoint("mock:extract", MockEndpoint.class);
        extract.expectedMessageCount(2);

        // When
        pull(camel, "direct:pull.office");
        pull(camel, "direct:pull.office");

        // Then
        extract.assertIsSatisfied();
        assertThat(extract.getReceivedExchanges())
                .allSatisfy(gone -> assertThat(gone.getMessage().getBody()).isInstanceOf(Parcel.class));
        assertThat(house.office("office").acknowledged()).containsExactly("17", "18");
    }

    @Test
    void anArrivalThatIsHeldStops() throws Exception {
        // Given
        house.office("office").put("17", "first");
        var camel = started(Map.of(
                "pull.queue", "direct:pull.{{partner}}",
                "seal.queue", "seda:seal.{{partner}}?size=10",
                "extract.queue", "mock:extract",
                "dead.queue", "mock:dead"));
        camel.getRouteController().stopRoute("seal.office");
        pull(camel, "direct:pull.office");
        String id = house.get(Arrivals.class).unfinished("office").getFirst();
        house.get(Arrivals.class).hold(id, HoldReason.ARRIVAL_UNREADABLE, "invented");

        // When
        camel.getRouteController().startRoute("seal.office");
        house.office("archive").put("99", "another partner's");
        pull(camel, "direct:pull.archive");
        var extract = camel.getEndpoint("mock:extract", MockEndpoint.class);
        extract.expectedMessageCount(1);

        // Then
        extract.assertIsSatisfied();
        assertThat(house.office("office").acknowledged()).isEmpty();
        assertThat(house.office("archive").acknowledged()).containsExactly("99");
    }

    @Test
    @Tag("slow")
    void aCutLineIsTriedAgainAndNothingIsDead() {
        // Given
        house.office("office").put("17", "first");
        house.office("office").next(ArrivalRoutesTest::cut);
        house.office("office").next(ArrivalRoutesTest::cut);
        var camel = started(REAL);

        // When
        pull(camel, "jms:queue:pull.office");

        // Then
        await().untilAsserted(
                        () -> assertThat(house.office("office").acknowledged()).containsExactly("17"));
        assertThat(house.backlog("dead.pull")).isZero();
        assertThat(house.get(PartnerRuns.class).run("office").failure()).isEmpty();
    }

    @Test
    @Tag("slow")
    void aPartnerThatStaysDownIsADeadLetterOfItsStepAndTheOthersGoOn() {
        // Given
        house.office("archive").put("99", "another partner's");
        for (int i = 0; i < 3; i++) house.office("office").next(ArrivalRoutesTest::cut);
        var camel = started(REAL);

        // When
        pull(camel, "jms:queue:pull.office");
        pull(camel, "jms:queue:pull.archive");

        // Then
        await().untilAsserted(() -> assertThat(house.backlog("dead.pull")).isEqualTo(1));
        assertThat(house.office("office").looks()).isEqualTo(3);
        assertThat(house.backlog("pull.office")).isZero();
        assertThat(house.get(PartnerRuns.class).run("office").failure())
                .startsWith("CUT: ")
                .contains("Next: ");
        await().untilAsserted(
                        () -> assertThat(house.office("archive").acknowledged()).containsExactly("99"));
    }

    @Test
    @Tag("slow")
    void anArrivalThatCannotBeReadIsHeldAndItsOrderIsADeadLetterOfSeal() {
        // Given
        house.office("office").put("17", "first");
        house.office("office").next(() -> {});
        for (int i = 0; i < 3; i++) house.office("office").next(ArrivalRoutesTest::cut);
        var camel = started(REAL);

        // When
        pull(camel, "jms:queue:pull.office");

        // Then
        await().untilAsserted(() -> assertThat(house.backlog("dead.seal")).isEqualTo(1));
        assertThat(house.get(Arrivals.class).held()).singleElement().satisfies(held -> {
            assertThat(held.partner()).isEqualTo("office");
            assertThat(held.where()).startsWith("CUT: ");
        });
        assertThat(house.office("office").acknowledged()).isEmpty();
    }

    @Test
    @Tag("slow")
    void aSlowPartnerHoldsUpNobodyElse() {
        // Given
        var released = new CountDownLatch(1);
        house.office("office").put("17", "first");
        house.office("office").next(() -> waitFor(released));
        house.office("archive").put("99", "another partner's");
        var camel = started(REAL);

        // When
        pull(camel, "jms:queue:pull.office");
        pull(camel, "jms:queue:pull.archive");

        // Then
        await().untilAsserted(
                        () -> assertThat(house.office("archive").acknowledged()).containsExactly("99"));
        assertThat(house.office("office").acknowledged()).isEmpty();

        // When
        released.countDown();

        // Then
        await().untilAsserted(
                        () -> assertThat(house.office("office").acknowledged()).containsExactly("17"));
    }

    private CamelContext started(Map<String, String> doors) {
        var camel = house.start(doors, ArrivalRoutes.class);
        house.instances().partners(house.get(Configuration.class));
        return camel;
    }

    private static void pull(CamelContext camel, String queue) {
        try (var messages = camel.createProducerTemplate()) {
            messages.sendBody(queue, "go");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static void cut() throws DoorProblem {
        throw new DoorProblem(DoorProblem.Kind.CUT, "the connection to office broke");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
