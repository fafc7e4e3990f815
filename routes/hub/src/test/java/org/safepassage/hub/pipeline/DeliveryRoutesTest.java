package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.house.Said;
import org.safepassage.hub.ledger.Consignments;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.pipeline.steps.DoorFaults;
import org.safepassage.hub.pipeline.steps.DoorWatch;
import org.safepassage.hub.pipeline.steps.Outbox;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.HoldReason;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("slow")
class DeliveryRoutesTest extends HousedTest {
    private static final String EXCHANGE = "office-to-tribunal";
    private static final String DIGEST = "0".repeat(64);
    private static final Map<String, String> DOORS = Map.of("receipts.timer", "direct:look.{{recipient}}");

    @Test
    void aConsignmentGoesThroughTheQueueToTheRecipientsDoorAndItsReceiptEndsTheWay() throws Exception {
        // Given
        var version = consigned("17", "a", "c-first");
        started();

        // When
        house.send("jms:queue:deliver", new Parcel(version, EXCHANGE, 1));

        // Then
        await().untilAsserted(() -> assertThat(house.tribunal().files()).containsExactly("c-first.tar.gpg"));

        // When
        house.tribunal().leave("r1.json", receipt("c-first"));
        house.send("direct:look.tribunal", "");

        // Then
        await().untilAsserted(() -> assertThat(state(version)).isEqualTo(ExchangeState.DELIVERED));
        assertThat(house.tribunal().waiting()).isZero();
        assertThat(house.tribunal().files()).hasSize(1);
    }

    @Test
    void aRecipientThatIsBrieflyDownGetsItsConsignmentOnce() throws Exception {
        // Given
        var version = consigned("17", "a", "c-first");
        house.tribunal().answer(new Delivery.Failed(DoorProblem.Kind.UNREACHABLE, "tribunal is down"));
        house.tribunal().answer(new Delivery.Failed(DoorProblem.Kind.UNREACHABLE, "tribunal is down"));
        started();

        // When
        house.send("jms:queue:deliver", new Parcel(version, EXCHANGE, 1));

        // Then
        await().untilAsserted(() -> assertThat(house.tribunal().files()).containsExactly("c-first.tar.gpg"));
        await().untilAsserted(
                        () -> assertThat(house.backlog("recipient.tribunal")).isZero());
        assertThat(house.backlog("dead.deliver")).isZero();
    }

    @Test
    void aDoorThatCannotTellHoldsTheConsignmentAndSendsNoSecondCopy() throws Exception {
        // Given
        var unknown = consigned("17", "a", "c-first");
        var next = consigned("18", "b", "c-next");
        house.tribunal().answer(new Delivery.Unknown("the line broke after the last byte"));
        started();

        // When
        house.send("jms:queue:deliver", new Parcel(unknown, EXCHANGE, 1));
        house.send("jms:queue:deliver", new Parcel(next, EXCHANGE, 1));

        // Then
        await().untilAsserted(() -> assertThat(house.tribunal().files()).containsExactly("c-next.tar.gpg"));
        assertThat(state(unknown)).isEqualTo(ExchangeState.HELD);
        assertThat(house.get(Holds.class).open())
                .singleElement()
                .satisfies(hold -> assertThat(hold.reason()).isEqualTo(HoldReason.DELIVERY_UNKNOWN));
    }

    @Test
    void aNewerVersionThatIsReadyFirstWaitsAsLongAsItTakesAndNeverOvertakes() throws Exception {
        // Given
        var first = consigned("17", "a", "c-first");
        var second = consigned("17", "b", "c-second");
        started();

        // When
        house.send("jms:queue:deliver", new Parcel(second, EXCHANGE, 1));

        // Then: it has come more often than a failing message may
        await().untilAsserted(() -> assertThat(house.givenBack("deliver")).isGreaterThan(6));
        assertThat(house.tribunal().files()).isEmpty();
        assertThat(house.backlog("dead.deliver")).isZero();

        // When
        house.send("jms:queue:deliver", new Parcel(first, EXCHANGE, 1));

        // Then
        await().untilAsserted(() -> assertThat(house.tribunal().files()).containsExactly("c-first.tar.gpg"));

        // When
        house.tribunal().leave("r1.json", receipt("c-first"));
        house.send("direct:look.tribunal", "");

        // Then
        await().untilAsserted(() ->
                assertThat(house.tribunal().files()).containsExactly("c-first.tar.gpg", "c-second.tar.gpg"));
        assertThat(state(first)).isEqualTo(ExchangeState.DELIVERED);
    }

    @Test
    void aVersionThatArrivesWhileAnEarlierOneIsInReviewSupersedesIt() throws Exception {
        // Given
        var first = house.arrived("17", "a", EXCHANGE);
        house.get(StepBook.class)
                .once(
                        new Parcel(first, EXCHANGE, 1),
                        Step.REVIEW,
                        () -> StepBook.Result.of(
                                new org.safepassage.schemas.Outcome.Held(HoldReason.REVIEW_REQUIRED, "invented")));
        var second = consigned("17", "b", "c-second");
        started();

        // When: the second goes, and what was left of the first still knocks
        house.send("jms:queue:deliver", new Parcel(second, EXCHANGE, 1));
        house.send("jms:queue:deliver", new Parcel(first, EXCHANGE, 1));

        // Then
        await().untilAsserted(() -> assertThat(house.tribunal().files()).containsExactly("c-second.tar.gpg"));
        await().untilAsserted(() -> assertThat(house.backlog("deliver")).isZero());
        assertThat(state(first)).isEqualTo(ExchangeState.SUPERSEDED);
        assertThat(house.get(Holds.class).open()).isEmpty();
        assertThat(house.tribunal().files()).hasSize(1);
    }

    @Test
    void aVersionThatIsRetriedAfterItsSuccessorWentIsSupersededAndNotSent() throws Exception {
        // Given: the first version is held at the recipient's door, the second has gone
        var first = consigned("17", "a", "c-first");
        house.tribunal().answer(new Delivery.Failed(DoorProblem.Kind.PERMISSION, "the in-box is read-only"));
        started();
        house.send("jms:queue:deliver", new Parcel(first, EXCHANGE, 1));
        await().untilAsserted(() -> assertThat(state(first)).isEqualTo(ExchangeState.HELD));
        var second = consigned("17", "b", "c-second");
        house.send("jms:queue:deliver", new Parcel(second, EXCHANGE, 1));
        await().untilAsserted(() -> assertThat(house.tribunal().files()).containsExactly("c-second.tar.gpg"));

        // When
        String held = house.get(Holds.class).open().getFirst().id();
        house.get(Retry.class).retry(held);

        // Then
        await().untilAsserted(() -> assertThat(state(first)).isEqualTo(ExchangeState.SUPERSEDED));
        await().untilAsserted(() -> assertThat(house.backlog("deliver")).isZero());
        assertThat(house.tribunal().files()).containsExactly("c-second.tar.gpg");
        assertThat(house.get(Holds.class).open()).isEmpty();
    }

    @Test
    void aDoorThatIsBrokenForReceiptsRestsIsSaidOnceAndLeavesNoDeadLetter() throws Exception {
        // Given
        started();
        house.tribunal().down(new DoorProblem(DoorProblem.Kind.LOGIN_REFUSED, "the server refused user hub"));

        try (var said = Said.by(DoorWatch.class)) {
            // When
            for (int tick = 0; tick < 20; tick++) {
                house.send("direct:look.tribunal", "");
                now.updateAndGet(at -> at.plusSeconds(5));
            }

            // Then
            assertThat(house.tribunal().looks()).isBetween(2, 5);
            assertThat(said.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("recipient=tribunal")
                            .contains("LOGIN_REFUSED")
                            .contains("Next: Check user, password or key"));
            assertThat(house.get(DoorFaults.class).ofRecipient("tribunal")).startsWith("LOGIN_REFUSED");
            assertThat(house.backlog("dead.receipt")).isZero();

            // When
            house.tribunal().down(null);
            now.updateAndGet(at -> at.plus(Duration.ofMinutes(6)));
            house.send("direct:look.tribunal", "");

            // Then
            assertThat(said.lines()).hasSize(2).last().asString().contains("can be reached again");
            assertThat(house.get(DoorFaults.class).ofRecipient("tribunal")).isEmpty();
        }
    }

    @Test
    void aReceiptThatCannotBeMovedAwayIsTakenOnceAndSaidOnce() throws Exception {
        // Given
        var version = consigned("17", "a", "c-first");
        started();
        house.send("jms:queue:deliver", new Parcel(version, EXCHANGE, 1));
        await().untilAsserted(() -> assertThat(house.tribunal().files()).hasSize(1));
        house.tribunal().leave("r1.json", receipt("c-first"));
        house.tribunal().stuck(new DoorProblem(DoorProblem.Kind.PERMISSION, "the receipts folder is read-only"));

        try (var said = Said.by(DoorWatch.class)) {
            // When
            for (int tick = 0; tick < 10; tick++) {
                house.send("direct:look.tribunal", "");
                now.updateAndGet(at -> at.plusSeconds(5));
            }

            // Then
            await().untilAsserted(() -> assertThat(state(version)).isEqualTo(ExchangeState.DELIVERED));
            assertThat(said.lines()).singleElement().asString().contains("recipient=tribunal cannot");
            assertThat(house.backlog("dead.receipt")).isZero();
        }
    }

    private void started() {
        house.start(DOORS, DeliveryRoutes.class);
        house.instances().recipients(house.get(Configuration.class));
    }

    private ExchangeState state(CaseFileVersion version) {
        return house.get(States.class).find(version, EXCHANGE).orElseThrow().state();
    }

    /// A version whose package is sealed and lies in the outbox. The package is invented: delivery never opens it.
    private CaseFileVersion consigned(String caseNumber, String content, String id) throws Exception {
        var version = house.arrived(caseNumber, content, EXCHANGE);
        var parcel = new Parcel(version, EXCHANGE, 1);
        house.get(Outbox.class).write(id, out -> out.write("sealed".getBytes(StandardCharsets.UTF_8)));
        house.get(TransactionTemplate.class)
                .executeWithoutResult(tx -> house.get(Consignments.class).sealed(id, parcel, "tribunal", DIGEST, 6));
        house.passed(parcel, id, Step.CONSIGN);
        return version;
    }

    private static String receipt(String consignment) {
        return """
                {"consignment": "%s", "recipient": "tribunal", "status": "accepted", "sha256": "%s",
                 "at": "2026-03-01T10:00:00Z"}
                """.formatted(consignment, DIGEST);
    }
}
