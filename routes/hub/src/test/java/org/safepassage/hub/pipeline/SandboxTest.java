package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.wiring.House;
import org.safepassage.schemas.HoldReason;

/// An exchange that is tried out.
@Tag("slow")
class SandboxTest {
    @TempDir
    Path root = Path.of("");

    private final WholeWay way = new WholeWay();

    @Test
    void aCaseFileGoesItsWholeWayAndNothingReachesTheRecipientUntilTheSandboxEnds() throws Exception {
        // Given
        var folders = way.folders(root);
        String file = "exchanges/office-to-tribunal.yaml";
        String live = Files.readString(folders.config().resolve(file));
        HouseFolders.write(folders, file, live + "sandbox: true\n");
        try (var house = House.open(folders, Map.of())) {
            house.office("office").put("17", "first");

            // When
            WholeWay.pull(house);

            // Then: it is held where it would have been delivered, with nothing sealed for anybody
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(house.get(Holds.class).open())
                            .extracting(
                                    hold -> hold.exchange() + " " + hold.step().word() + " " + hold.reason())
                            .containsExactly("office-to-tribunal consign " + HoldReason.SANDBOX));
            await().untilAsserted(
                            () -> assertThat(house.backlog("recipient.court")).isEqualTo(1));
            assertThat(house.tribunal().files()).isEmpty();
            assertThat(house.backlog("recipient.tribunal")).isZero();

            // When: the sandbox ends and the operator retries
            HouseFolders.write(folders, file, live);
            house.get(RunningConfiguration.class).replace(AppliedState.load(HouseFolders.read(folders)));
            house.get(Retry.class)
                    .retry(house.get(Holds.class).open().getFirst().id());

            // Then
            assertThat(way.bag(house)).isNotEmpty();
            assertThat(house.get(Holds.class).open()).isEmpty();
        }
    }
}
