package org.safepassage.hub.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Doors;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.ledger.PartnerRuns;
import org.safepassage.hub.pipeline.ArrivalRoutes;
import org.safepassage.hub.pipeline.DeliveryRoutes;
import org.safepassage.hub.pipeline.steps.DoorFaults;
import org.safepassage.hub.pipeline.steps.DoorWatch;
import org.safepassage.hub.pipeline.steps.PartnerDoors;
import org.safepassage.hub.wiring.House;

class RouteBoardTest {
    @TempDir
    Path root = Path.of("");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:10:00Z"));

    @SuppressWarnings("NullAway.Init") // set before each test
    private House house;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RouteBoard board;

    @BeforeEach
    void aHouseWhoseOfficeHasAConnectorThatIsNotThere() throws Exception {
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "partners/office.yaml", """
                connector: sp-no-such-source
                mapping: plain
                caseNumber: /partnerCaseNumber
                """);
        HouseFolders.write(folders, "exchanges/archive-to-court.yaml", """
                partner: archive
                recipient: court
                agreement: archive-court
                purpose: accountability
                schedule:
                  cron: "0 0/30 * ? * *"
                  zone: Europe/Copenhagen
                """);
        var configuration = HouseFolders.read(folders);
        PartnerDoors real = name -> Doors.openPartner(
                configuration.partner(name).connector(),
                configuration.partner(name).parameters());
        InstantSource clock = () -> Objects.requireNonNull(now.get());
        house = House.open(folders, Map.of("partnerDoors", () -> real, "clock", () -> clock));
        var successes = new LastSuccesses(clock);
        house.get(CamelContext.class).addRoutePolicyFactory(successes);
        house.start(
                Map.of(
                        "pull.queue", "direct:pull.{{partner}}",
                        "seal.queue", "direct:seal.{{partner}}",
                        "extract.queue", "mock:extract",
                        "deliver.queue", "direct:deliver",
                        "receipt.queue", "direct:receipt",
                        "recipient.queue", "direct:recipient.{{recipient}}",
                        "receipts.timer", "direct:look.{{recipient}}",
                        "dead.queue", "mock:dead"),
                ArrivalRoutes.class,
                DeliveryRoutes.class);
        house.instances().partners(configuration);
        house.instances().recipients(configuration);
        board = new RouteBoard(
                house.get(CamelContext.class),
                successes,
                house.get(RunningConfiguration.class),
                house.get(PartnerRuns.class),
                queue -> 0,
                house.get(DoorFaults.class),
                house.get(Schedules.class));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aPartnerWhoseConnectorIsNotThereIsSeenBeforeTheFirstPull() {
        // When
        var pull = line("pull.office");

        // Then
        assertThat(pull.state()).isEqualTo("failing");
        assertThat(pull.trouble())
                .contains("CONFIGURATION", "there is no connector sp-no-such-source", "Next: Correct the parameter");
        assertThat(line("pull.archive").trouble()).isEmpty();
        assertThat(line("pull.archive").state()).isEqualTo("started");
    }

    @Test
    void aRecipientThatCannotBeAskedForReceiptsIsSeenUntilItCan() {
        // Given
        var watch = house.get(DoorWatch.class);

        // When
        watch.failed("tribunal", new DoorProblem(DoorProblem.Kind.LOGIN_REFUSED, "the server refused user hub"));

        // Then
        assertThat(line("receipts.tribunal").state()).isEqualTo("failing");
        assertThat(line("receipts.tribunal").trouble()).contains("LOGIN_REFUSED");

        // When
        now.updateAndGet(at -> at.plusSeconds(60));
        house.send("direct:look.tribunal", "");

        // Then
        assertThat(line("receipts.tribunal").trouble()).isEmpty();
    }

    @Test
    void aRouteTellsWhenItLastDidItsWorkAndNotWhenItFailed() {
        // Given
        assertThat(line("receipts.tribunal").lastSuccess()).isEmpty();

        // When
        house.send("direct:look.tribunal", "");

        // Then
        assertThat(line("receipts.tribunal").lastSuccess()).isEqualTo("2026-03-01T10:10:00Z");

        // When: a message that is no parcel
        house.send("direct:deliver", "?");

        // Then
        assertThat(line("deliver").lastSuccess()).isEmpty();
    }

    @Test
    void theLinesStandInTheOrderOfTheWay() {
        // Then
        assertThat(board.lines())
                .extracting(RouteBoard.Line::route)
                .containsExactly(
                        "pull.archive",
                        "pull.office",
                        "seal.archive",
                        "seal.office",
                        "deliver",
                        "hand-over.tribunal",
                        "receipts.tribunal",
                        "receipt");
    }

    @Test
    void theNextRunFollowsTheHubsClockForwardAndBack() {
        // When, Then
        assertThat(line("pull.archive").nextRun()).isEqualTo("2026-03-01T10:30:00Z");

        // When
        now.set(Instant.parse("2031-07-01T00:00:01Z"));

        // Then
        assertThat(line("pull.archive").nextRun()).isEqualTo("2031-07-01T00:30:00Z");

        // When
        now.set(Instant.parse("2026-02-28T23:59:00Z"));

        // Then
        assertThat(line("pull.archive").nextRun()).isEqualTo("2026-03-01T00:00:00Z");
    }

    private RouteBoard.Line line(String route) {
        return board.lines().stream()
                .filter(line -> line.route().equals(route))
                .findFirst()
                .orElseThrow();
    }
}
