package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.house.HouseFolders;
import org.safepassage.hub.secrets.SecretStore;
import org.safepassage.hub.wiring.HubFolders;
import org.safepassage.hub.wiring.UpProcess;

/// A configuration's life with a running hub, as an operator lives it: compared, applied, refused, taken back, kept
/// over a restart, exported.
@Tag("slow")
class ConfigLifeTest {
    private static final String PASSWORD = "long-enough-for-a-test";
    private static final String ARCHIVE = """
            partner: %s
            recipient: court
            agreement: archive-court
            purpose: accountability
            schedule:
              cron: "0 30 2 ? * MON-FRI"
              zone: Europe/Copenhagen
            """;

    @TempDir
    Path root = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private HubFolders folders;

    @BeforeEach
    void aSoundConfiguration() throws IOException {
        folders = HouseFolders.make(root);
        HouseFolders.write(folders, "application.yaml", "listen: {port: 0, amqpPort: 0}\nextraction: {ocr: false}\n");
        HouseFolders.write(folders, "court.asc", "invented");
        HouseFolders.write(folders, "tribunal.asc", "invented");
    }

    @Test
    void whatIsAppliedRunsAtOnceIsKeptAndCanBeTakenBack() throws Exception {
        try (var hub = UpProcess.start(root, folders, "first").ready()) {
            // Given
            int amqp = Spoken.read(hub.said()
                            .lines()
                            .filter(line -> line.contains("\"ready\""))
                            .findFirst()
                            .orElseThrow())
                    .path("amqpPort")
                    .asInt();
            assertThat(hub("diff").out()).startsWith("the files are what runs");

            // When: a partner comes, a recipient comes, and a schedule
            String office = Files.readString(folders.config().resolve("partners/office.yaml"));
            HouseFolders.write(folders, "partners/newcomer.yaml", office);
            HouseFolders.write(
                    folders, "recipients/platform.yaml", "publicKey: court.asc\nbrokerPassword: ${secret:platform}\n");
            HouseFolders.write(folders, "exchanges/archive-to-court.yaml", ARCHIVE.formatted("archive"));
            new SecretStore(folders.secrets(), folders.secretsKeyRing(), InstantSource.system())
                    .put("platform", PASSWORD, Optional.empty());

            // Then: nothing of it runs yet, and the difference is told
            var difference = hub("diff");
            assertThat(difference.code()).isEqualTo(1);
            assertThat(difference.lines())
                    .contains("changed exchanges/archive-to-court.yaml", "added partners/newcomer.yaml")
                    .contains("    +schedule:");
            assertThat(routes()).doesNotContain("pull.newcomer");
            assertThat(entersAt(amqp)).isFalse();

            // When
            var applied = hub("apply", "--why", "a partner more", "--who", "Vera Invented");

            // Then
            assertThat(applied.err()).isEmpty();
            assertThat(applied.lines()).contains("added recipients/platform.yaml", "revision 2 runs");
            assertThat(routes()).contains("pull.newcomer", "seal.newcomer", "pull.office");
            assertThat(entersAt(amqp)).isTrue();

            // When: a file is wrong
            HouseFolders.write(folders, "exchanges/archive-to-court.yaml", ARCHIVE.formatted("nobody"));
            var refused = hub("apply", "--why", "a mistake");

            // Then
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("exchanges/archive-to-court.yaml")
                    .contains("nothing was changed");
            assertThat(routes()).contains("pull.newcomer");

            // When: it is taken back
            var back = hub("rollback", "1", "--why", "the partner waits", "--who", "Vera Invented");

            // Then
            assertThat(back.lines()).contains("removed partners/newcomer.yaml", "revision 3 runs");
            assertThat(routes()).contains("pull.office").doesNotContain("pull.newcomer");
            assertThat(entersAt(amqp)).isFalse();
            assertThat(hub("history").lines()).hasSize(3);
            assertThat(hub("history").out())
                    .contains("Vera Invented")
                    .contains("a partner more")
                    .contains("revision 1")
                    .doesNotContain("a mistake");
        }

        // When: the files still hold the mistake, and the hub is started again
        try (var again = UpProcess.start(root, folders, "again").ready()) {
            // Then: the revision applied last runs, and what differs is told
            assertThat(again.complained()).contains("exchanges/archive-to-court.yaml");
            assertThat(again.complained()).contains("starts with the configuration that was applied last");
            assertThat(routes()).contains("pull.office").doesNotContain("pull.newcomer");
            assertThat(hub("diff").code()).isEqualTo(1);

            // When
            Path exported = root.resolve("exported");
            var export = Spoken.of(
                    "config",
                    "export",
                    exported.toString(),
                    "--data",
                    folders.data().toString());

            // Then: byte for byte what was written, without what was not applied
            assertThat(export.code()).isZero();
            assertThat(Files.readString(exported.resolve("partners/office.yaml")))
                    .isEqualTo(Files.readString(folders.config().resolve("partners/office.yaml")));
            assertThat(exported.resolve("partners/newcomer.yaml")).doesNotExist();
        }

        // When: the mistake is mended and the start is told to apply the files
        HouseFolders.write(folders, "exchanges/archive-to-court.yaml", ARCHIVE.formatted("archive"));
        try (var third = UpProcess.start(root, folders, "third", "--apply", "from the repository")
                .ready()) {
            // Then
            assertThat(third.complained()).doesNotContain("exchanges/", "starts with");
            assertThat(routes()).contains("pull.newcomer");
            assertThat(hub("history").lines()).hasSize(4);
        }
    }

    private Spoken hub(String... words) {
        return Spoken.of(Stream.of(
                        Stream.of("config"),
                        Stream.of(words),
                        Stream.of("--data", folders.data().toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private List<String> routes() throws Exception {
        return RunningHub.find(folders).get("/routes").findValuesAsText("route");
    }

    private static boolean entersAt(int port) {
        try (var connection =
                new JmsConnectionFactory("platform", PASSWORD, "amqp://127.0.0.1:" + port).createConnection()) {
            connection.start();
            return true;
        } catch (jakarta.jms.JMSException refused) {
            return false;
        }
    }
}
