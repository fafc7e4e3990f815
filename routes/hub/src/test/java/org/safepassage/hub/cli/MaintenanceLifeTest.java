package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.hub.wiring.UpProcess;

/// Maintenance of a running hub, as an operator lives it, with a partner's folder on this machine.
@Tag("slow")
class MaintenanceLifeTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void nothingComesInWhileDoorsAreHeldAlsoAfterARestartAndWhatWaitsGoesOn() throws Exception {
        // Given
        HubFolders folders = HouseFolders.make(root);
        HouseFolders.write(folders, "application.yaml", "listen: {port: 0, amqpPort: -1}\nextraction: {ocr: false}\n");
        HouseFolders.write(folders, "court.asc", "invented");
        HouseFolders.write(folders, "tribunal.asc", "invented");
        Path cases = Files.createDirectories(root.resolve("share/cases/17"));
        Files.writeString(cases.resolve("record.json"), "{\"partnerCaseNumber\": \"17\", \"persons\": []}");
        HouseFolders.write(folders, "partners/office.yaml", """
                connector: sp-folder-cases-source
                parameters:
                  casesFolder: %s
                  settleSeconds: 0
                  acknowledge: none
                mapping: plain
                caseNumber: /partnerCaseNumber
                """.formatted(cases.getParent()));

        try (var hub = UpProcess.start(root, folders, "first").ready()) {
            // When
            Spoken on = hub(folders, "maintenance", "on", "--why", "the disk is exchanged", "--who", "Vera Invented");
            hub(folders, "exchange", "run", "office-to-court");

            // Then
            assertThat(hub.process().isAlive()).isTrue();
            assertThat(on.out()).contains("all doors are held");
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
            assertThat(arrivals(folders)).isZero();
            assertThat(hub(folders, "maintenance", "status").out())
                    .contains("Vera Invented")
                    .contains("the disk is exchanged");
            assertThat(RunningHub.find(folders).get("/routes").findValuesAsText("trouble"))
                    .contains("maintenance is on: all doors are held");
        }

        try (var again = UpProcess.start(root, folders, "again").ready()) {
            // Then
            assertThat(again.process().isAlive()).isTrue();
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
            assertThat(arrivals(folders)).isZero();
            assertThat(hub(folders, "maintenance", "status").code()).isEqualTo(1);

            // When
            Spoken off = hub(folders, "maintenance", "off", "--why", "done");

            // Then: the order that waited is carried out without another
            assertThat(off.out()).contains("let go");
            await().atMost(Duration.ofMinutes(2)).until(() -> arrivals(folders) == 1);
            assertThat(hub(folders, "maintenance", "status").code()).isZero();
        }
    }

    private static int arrivals(HubFolders folders) throws Exception {
        return RunningHub.find(folders).get("/reconciliation").path("arrivals").asInt(-1);
    }

    private static Spoken hub(HubFolders folders, String... words) {
        return Spoken.of(Stream.concat(
                        Stream.of(words), Stream.of("--data", folders.data().toString()))
                .toArray(String[]::new));
    }
}
