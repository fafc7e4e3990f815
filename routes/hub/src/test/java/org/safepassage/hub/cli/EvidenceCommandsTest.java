package org.safepassage.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.wiring.DataFolder;

/// Keys, consignments and the custody log of a hub that need not run, as an operator meets them.
class EvidenceCommandsTest {
    private static final String SECRET = "Vydumanava";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path shared = Path.of("");

    private static PracticeFolder practice = new PracticeFolder(Path.of("practice"));

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void aPracticeFolder() throws Exception {
        practice = PracticeFolder.make(
                shared.resolve("practice"), Path.of(System.getProperty("safepassage.root"), "config"));
    }

    @Test
    void keysAreMadeOnceAndNeverInTheDataFolder() {
        // Given
        String keys = folder.resolve("keys").toString();

        // When
        var unasked = Spoken.of("init", "--keys", keys);
        var first = Spoken.of("init", "--keys", keys, "--i-will-back-up-the-keys", "--json");
        var second = Spoken.of("init", "--keys", keys, "--i-will-back-up-the-keys");
        var inside = Spoken.of("init", "--data", folder.toString(), "--keys", keys + "2", "--i-will-back-up-the-keys");

        // Then
        assertThat(unasked.code()).isEqualTo(2);
        assertThat(unasked.err()).contains("--i-will-back-up-the-keys");
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("\"user\":\"admin\"");
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err()).contains("already");
        assertThat(inside.code()).isEqualTo(2);
        assertThat(inside.err()).contains("--keys");
    }

    @Test
    void aConsignmentIsVerifiedAgainstThePinnedKey() throws IOException {
        // When
        var words = verify(practice.bag());
        var json = verify(practice.bag(), "--json");

        // Then
        assertThat(words).isEqualTo(new Spoken(0, "verified c-practice\n", ""));
        assertThat(JSON.readTree(json.out()).path("valid").asBoolean()).isTrue();
    }

    @Test
    void eachOfSeveralPathsHasItsOwnResultAndTheWorstDecides() throws IOException {
        // Given
        Path tampered = copyOfBag();
        Files.writeString(tampered.resolve("data/case-file.json"), "{\"reference\":\"r-other\"}\n");
        Path missing = folder.resolve("missing");

        // When
        var spoken = verify(practice.bag(), tampered.toString(), missing.toString(), "--json");
        var unread = verify(practice.bag(), missing.toString());

        // Then
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.lines().stream()
                        .map(line -> Spoken.read(line).path("valid").asBoolean()))
                .containsExactly(true, false, false);
        assertThat(spoken.lines().stream()
                        .map(line -> Spoken.read(line).path("path").asText()))
                .containsExactly(practice.bag().toString(), tampered.toString(), missing.toString());
        assertThat(spoken.err()).contains(missing.toString());
        assertThat(unread.code()).isEqualTo(2);
    }

    @Test
    void theKeyOfSomebodyElseVerifiesNothing() {
        // Given
        Path others = folder.resolve("others");
        Spoken.of("init", "--keys", others.toString(), "--i-will-back-up-the-keys");

        // When
        var spoken = Spoken.of(
                "verify",
                "--trust",
                others.resolve("signing-key.pub.asc").toString(),
                practice.bag().toString());

        // Then
        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out()).startsWith("NOT verified");
    }

    @Test
    void withoutATrustedKeyNothingIsVerified() throws IOException {
        // Given
        Path noKey = Files.writeString(folder.resolve("key.asc"), SECRET);
        String bag = practice.bag().toString();

        // When
        var unsaid = Spoken.of("verify", bag);
        var missing = Spoken.of("verify", "--trust", folder.resolve("none").toString(), bag);
        var unusable = Spoken.of("verify", "--trust", noKey.toString(), bag);

        // Then
        assertThat(List.of(unsaid.code(), missing.code(), unusable.code())).containsOnly(2);
        assertThat(unsaid.err()).contains("--trust");
        assertThat(missing.err()).contains(folder.resolve("none").toString());
        assertThat(unusable.err()).contains(noKey.toString()).doesNotContain(SECRET);
    }

    @Test
    void theCustodyLogOfAStoppedHubIsExportedInOrder() {
        // When
        var spoken = Spoken.at(practice, "custody", "export");

        // Then
        assertThat(spoken.code()).isZero();
        assertThat(spoken.lines().stream()
                        .map(line -> Spoken.read(line).path("step").asText()))
                .containsExactly("seal", "consign");
        assertThat(Spoken.read(spoken.lines().get(1))
                        .path("facts")
                        .path("consignment")
                        .asText())
                .isEqualTo(PracticeFolder.CONSIGNMENT);
    }

    @Test
    void theCustodyLogOfARunningHubIsRefusedWithItsOwner() throws IOException {
        try (var running = DataFolder.take(practice.hub().data())) {
            // When
            var spoken = Spoken.at(practice, "custody", "export");

            // Then
            assertThat(running).isNotNull();
            assertThat(spoken.code()).isEqualTo(2);
            assertThat(spoken.err())
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(spoken.out()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNoHubsIsLeftUntouched() {
        // When
        var noData =
                Spoken.of("custody", "export", "--data", folder.resolve("none").toString());
        var noKeys =
                Spoken.of("custody", "export", "--data", practice.hub().data().toString(), "--keys", folder.toString());

        // Then
        assertThat(noData.code()).isEqualTo(2);
        assertThat(noData.err()).contains("--data");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(noKeys.code()).isEqualTo(2);
        assertThat(noKeys.err()).contains("--keys");
    }

    private static Spoken verify(Path path, String... more) {
        return Spoken.of(Spoken.with(
                new String[] {"verify", "--trust", practice.hub().publicKey().toString(), path.toString()}, more));
    }

    private Path copyOfBag() throws IOException {
        Path copy = folder.resolve(PracticeFolder.CONSIGNMENT);
        try (var files = Files.walk(practice.bag())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(practice.bag().relativize(file).toString()));
            }
        }
        return copy;
    }
}
