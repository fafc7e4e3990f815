package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.wiring.House;

@Tag("slow")
class DatabaseAwayTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void aDatabaseThatGoesAwayHoldsNothingAndWorkGoesOnWhenItIsBack() throws Exception {
        // Given
        int port = freePort();
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "application.yaml", """
                listen: {port: 0, amqpPort: -1}
                retries: {attempts: 3, firstDelayMillis: 10, longestDelayMillis: 40}
                database: {url: "jdbc:postgresql://localhost:%d/postgres", user: postgres, password: postgres}
                """.formatted(port));
        var server = database(port);
        try (var house = House.open(folders, Map.of())) {
            var version = house.arrived("17", "a", "office-to-court");
            house.passed(new Parcel(version, "", 1), "", Step.DETECT);
            house.get(HikariDataSource.class).setConnectionTimeout(300);
            house.start(Map.of("decide.queue", "seda:decide"), CaseFileRoutes.class);

            // When
            server.close();
            house.send("jms:queue:detect", new Parcel(version, "", 1));

            // Then: it has come more often than a failing message may
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(house.givenBack("detect")).isGreaterThan(4));
            assertThat(house.backlog("dead.detect")).isZero();
            assertThat(house.sent("decide")).isEmpty();

            // When
            server = database(port);

            // Then
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(house.sent("decide"))
                            .containsExactly(new Parcel(version, "office-to-court", 1)));
            assertThat(house.get(Holds.class).open()).isEmpty();
            assertThat(house.backlog("dead.detect")).isZero();
        } finally {
            server.close();
        }
    }

    private EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(root.resolve("postgres"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
