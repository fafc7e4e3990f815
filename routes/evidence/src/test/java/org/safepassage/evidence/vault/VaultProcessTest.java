package org.safepassage.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.evidence.processes.ChildJvm;

/// The vault in processes of its own: killed, short of memory, short of disk.
class VaultProcessTest {
    private static final long MIB = 1 << 20;

    @TempDir
    Path dir;

    private Path keyFile;
    private Path vaultDir;

    @BeforeEach
    void makeKeys() {
        keyFile = dir.resolve("keys.json");
        vaultDir = dir.resolve("vault");
        KeyRing.create(keyFile, Optional.empty());
    }

    @Test
    void whatWasAcknowledgedSurvivesAKillAndNothingHalfIsLeft() throws Exception {
        killWhilePutting(3);
    }

    @Test
    @Tag("slow")
    void whatWasAcknowledgedSurvivesTenKills() throws Exception {
        killWhilePutting(10);
    }

    @Test
    void aKillDuringRotationAndRewrapLosesNoObject() throws Exception {
        // Given
        List<String> held = new ArrayList<>();
        Vault before = Vault.open(vaultDir, KeyRing.open(keyFile, Optional.empty()));
        for (int i = 0; i < 20; i++) {
            held.add(before.put(new SampleBytes(i, 5000L * i)).sha256());
        }
        Random random = new Random(11);

        for (int kill = 0; kill < 3; kill++) {
            // When
            try (ChildJvm child = start("rotate", 0)) {
                child.line();
                Thread.sleep(random.nextInt(250));
                child.kill();
            }

            // Then
            Vault after = Vault.open(vaultDir, KeyRing.open(keyFile, Optional.empty()));
            for (String sha256 : held) {
                assertThat(after.verify(sha256)).isEqualTo(Condition.INTACT);
            }
        }
        Vault last = Vault.open(vaultDir, KeyRing.open(keyFile, Optional.empty()));
        assertThat(last.rewrap().failed()).isEmpty();
        assertThat(last.rewrap()).isEqualTo(new Rewrapped(0, 20, List.of()));
    }

    @Test
    void sixtyFourMebibytesMoveThroughASmallHeap() throws Exception {
        moveThroughHeap(64 * MIB, "24m");
    }

    @Test
    @Tag("long")
    void aGibibyteMovesThroughASmallHeap() throws Exception {
        moveThroughHeap(1024 * MIB, "24m");
    }

    @Test
    void aDiskWithoutRoomIsSaidAndLeavesNoHalfObject() throws Exception {
        // Given
        String small = SampleBytes.sha256(2, 10_000);

        // When
        List<String> said;
        try (ChildJvm child = ChildJvm.startWithFileSizeLimit(
                1024, VaultChild.class, "64m", "full", vaultDir.toString(), keyFile.toString(), "4000000")) {
            said = child.rest();
        }

        // Then
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).contains("disk is full");
        assertThat(said.getLast()).isEqualTo(small);
        Vault after = Vault.open(vaultDir, KeyRing.open(keyFile, Optional.empty()));
        assertThat(list(after)).containsExactly(small);
        assertThat(partials()).isEmpty();
    }

    private void killWhilePutting(int kills) throws Exception {
        // Given
        Random random = new Random(kills);
        List<String> acknowledged = new ArrayList<>();

        for (int kill = 0; kill < kills; kill++) {
            // When
            try (ChildJvm child = start("put", 1000L * kill)) {
                acknowledged.add(child.line());
                Thread.sleep(random.nextInt(300));
                acknowledged.addAll(child.kill());
            }
            Vault after = Vault.open(vaultDir, KeyRing.open(keyFile, Optional.empty()));

            // Then
            assertThat(partials()).isEmpty();
            List<String> held = list(after);
            assertThat(held).containsAll(acknowledged);
            for (String sha256 : held) {
                assertThat(after.verify(sha256)).isEqualTo(Condition.INTACT);
            }
        }
        assertThat(acknowledged).contains(SampleBytes.sha256(0, VaultChild.sizeFor(0)));
    }

    private void moveThroughHeap(long size, String heap) throws Exception {
        // Given
        String sha256 = SampleBytes.sha256(1, size);

        // When
        String said;
        try (ChildJvm child = ChildJvm.start(
                VaultChild.class, heap, "large", vaultDir.toString(), keyFile.toString(), String.valueOf(size))) {
            said = child.line();
        }

        // Then
        assertThat(said).isEqualTo(sha256 + " " + size + " INTACT");
    }

    private ChildJvm start(String what, long number) throws IOException {
        return ChildJvm.start(
                VaultChild.class, "128m", what, vaultDir.toString(), keyFile.toString(), String.valueOf(number));
    }

    private List<Path> partials() throws IOException {
        try (Stream<Path> files = Files.list(vaultDir.resolve("partial"))) {
            return files.toList();
        }
    }

    private static List<String> list(Vault vault) throws IOException {
        try (Stream<String> digests = vault.digests()) {
            return digests.toList();
        }
    }
}
