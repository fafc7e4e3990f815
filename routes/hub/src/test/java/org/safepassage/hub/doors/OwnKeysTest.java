package org.safepassage.hub.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.hub.cli.Spoken;
import org.safepassage.hub.wiring.HubFolders;

class OwnKeysTest {
    private static final byte[] SENT = "Invented Person".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Spoken init(String... more) {
        var words = new java.util.ArrayList<>(List.of("init", "--i-will-back-up-the-keys"));
        words.addAll(List.of(
                "--data",
                folder.resolve("data").toString(),
                "--keys",
                hub().keys().toString()));
        words.addAll(List.of(more));
        return Spoken.of(words.toArray(String[]::new));
    }

    private HubFolders hub() {
        return new HubFolders(folder, folder.resolve("data"), folder.resolve("keys"));
    }

    private byte[] encrypted() throws Exception {
        Path in = Files.write(folder.resolve("in"), SENT);
        Path out = folder.resolve("in.gpg");
        var gpg = new ProcessBuilder(
                "gpg", "--homedir", Files.createDirectories(folder.resolve("g")).toString());
        gpg.command().addAll(List.of("--batch", "--quiet", "--yes", "--trust-model", "always", "--recipient-file"));
        gpg.command().addAll(List.of(hub().receivingPublicKey().toString(), "-o", out.toString(), "-e", in.toString()));
        Process running = gpg.inheritIO().start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).isZero();
        return Files.readAllBytes(out);
    }

    private byte[] opened(byte[] message) throws Exception {
        try (var plain = hub().hubSide().decryption().open(new ByteArrayInputStream(message))) {
            return plain.readAllBytes();
        }
    }

    @Test
    void aNewHubHasAKeyThatPartnersEncryptTo() throws Exception {
        assertThat(init().out()).contains("Partners encrypt to this public key: " + hub().receivingPublicKey());

        assertThat(opened(encrypted())).isEqualTo(SENT);
    }

    @Test
    void aHubOfAnEarlierReleaseGetsTheKeyAlone() throws Exception {
        // Given
        init();
        Files.delete(hub().receivingKey());
        Files.delete(hub().receivingPublicKey());
        byte[] ring = Files.readAllBytes(hub().keyRing());
        assertThatThrownBy(() -> opened(SENT))
                .isInstanceOfSatisfying(
                        DoorProblem.class, told -> assertThat(told.kind()).isEqualTo(Kind.CONFIGURATION))
                .hasMessageContaining("hub init --receiving-key");

        // When
        Spoken added = init("--receiving-key");
        Spoken again = init("--receiving-key");

        // Then
        assertThat(added.code()).isZero();
        assertThat(opened(encrypted())).isEqualTo(SENT);
        assertThat(Files.readAllBytes(hub().keyRing())).isEqualTo(ring);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("nothing was changed");
    }

    @Test
    void whatCannotBeOpenedIsToldWithoutItsContent() throws Exception {
        // Given
        init();
        byte[] message = encrypted();
        byte[] changed = message.clone();
        changed[message.length - 3] ^= 1;

        // Then
        assertProblem(SENT, Kind.HOSTILE, "not encrypted");
        assertProblem(changed, Kind.HOSTILE, "changed on its way");
        Files.delete(hub().receivingKey());
        Files.delete(hub().receivingPublicKey());
        init("--receiving-key");
        assertProblem(message, Kind.PERMISSION, "receiving-key.pub.asc");
    }

    private void assertProblem(byte[] message, Kind kind, String words) {
        assertThatThrownBy(() -> opened(message))
                .isInstanceOfSatisfying(
                        DoorProblem.class, told -> assertThat(told.kind()).isEqualTo(kind))
                .hasMessageContaining(words)
                .hasMessageNotContaining("Invented");
    }
}
