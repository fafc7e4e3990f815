package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.hub.wiring.UpProcess;

/// Two hubs on one ledger, each with folders of its own and the same keys.
@Tag("slow")
class TwoHubsTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void whatIsAppliedAtOneHubRunsAtTheOtherAndEitherGoesOnFromThere() throws Exception {
        // Given
        var one = HouseFolders.make(root);
        var other = new HubFolders(one.config(), root.resolve("other-data"), one.keys());
        HouseFolders.write(one, "court.asc", "invented");
        HouseFolders.write(one, "tribunal.asc", "invented");
        try (var postgres = EmbeddedPostgres.start()) {
            HouseFolders.write(one, "application.yaml", """
                    listen: {port: 0, amqpPort: -1}
                    extraction: {ocr: false}
                    database: {url: "jdbc:postgresql://localhost:%d/postgres", user: postgres}
                    """.formatted(postgres.getPort()));
            try (var _ = UpProcess.start(root, one, "one").ready();
                    var second = UpProcess.start(root, other, "other").ready()) {
                // When
                String office = Files.readString(one.config().resolve("partners/office.yaml"));
                HouseFolders.write(one, "partners/newcomer.yaml", office);
                var applied = config(one, "apply", "--why", "a partner more", "--who", "Vera Invented");

                // Then
                assertThat(applied.out()).contains("revision 2 runs");
                await().atMost(Duration.ofSeconds(40))
                        .untilAsserted(() -> assertThat(routes(other)).contains("pull.newcomer"));
                assertThat(second.said() + second.complained())
                        .contains("revision=2 of Vera Invented taken over from another hub");

                // When: the other takes it back at once
                var back = config(other, "rollback", "1", "--why", "the partner waits", "--who", "Pavel Invented");

                // Then
                assertThat(back.out())
                        .contains("removed partners/newcomer.yaml")
                        .contains("revision 3 runs");
                await().atMost(Duration.ofSeconds(40))
                        .untilAsserted(() -> assertThat(routes(one)).doesNotContain("pull.newcomer"));
                assertThat(config(one, "history").out()).contains("Vera Invented", "Pavel Invented");
            }
        }
    }

    private static Spoken config(HubFolders hub, String... words) {
        return Spoken.of(Spoken.with(
                new String[] {"config"},
                Spoken.with(
                        words,
                        "--config",
                        hub.config().toString(),
                        "--data",
                        hub.data().toString())));
    }

    private static java.util.List<String> routes(HubFolders hub) throws Exception {
        return RunningHub.find(hub).get("/routes").findValuesAsText("route");
    }
}
