package org.safepassage.hub.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.configuration.AppliedState;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.ledger.ColumnSeal;
import org.safepassage.hub.ledger.CustodyTables;

/// Two hubs' schedules on one PostgreSQL.
@Tag("slow")
class ClusteredSchedulesTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void aScheduleFiresOnceHoweverManyHubsRunAndGoesOnWithTheOneThatIsLeft() throws Exception {
        // Given
        var folders = HouseFolders.make(root);
        HouseFolders.write(folders, "exchanges/office-to-court.yaml", """
                partner: office
                recipient: court
                agreement: office-court
                purpose: accountability
                schedule:
                  cron: "* * * * * ?"
                  zone: Europe/Copenhagen
                """);
        var configuration = new RunningConfiguration(AppliedState.load(HouseFolders.read(folders)));
        var open = new ArrayList<AutoCloseable>();
        List<String> first = Collections.synchronizedList(new ArrayList<>());
        List<String> second = Collections.synchronizedList(new ArrayList<>());
        var seal = new ColumnSeal(KeyRing.open(folders.keyRing(), java.util.Optional.empty()));
        try (var postgres = EmbeddedPostgres.start()) {
            var database = postgres.getPostgresDatabase();
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .javaMigrations(new CustodyTables.V2__Custody())
                    .load()
                    .migrate();
            var one = new Schedules(
                    database,
                    configuration,
                    new Pauses(database, seal, InstantSource.system()),
                    SchedulesTest.Noted.runs(configuration, first, open),
                    InstantSource.system());
            var other = new Schedules(
                    database,
                    configuration,
                    new Pauses(database, seal, InstantSource.system()),
                    SchedulesTest.Noted.runs(configuration, second, open),
                    InstantSource.system());

            // When
            one.start();
            other.start();
            await().pollDelay(Duration.ofSeconds(10))
                    .atMost(Duration.ofSeconds(11))
                    .until(() -> true);

            // Then: once a second, by one of them
            int both = first.size() + second.size();
            assertThat(both).isBetween(6, 12);

            // When: one goes
            one.close();
            second.clear();

            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> second.size() >= 3);
            assertThat(first.size() + second.size()).isLessThan(60);
            other.close();
        } finally {
            for (AutoCloseable each : open) each.close();
        }
    }
}
