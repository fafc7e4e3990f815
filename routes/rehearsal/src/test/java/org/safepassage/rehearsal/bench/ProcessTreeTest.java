package org.safepassage.rehearsal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProcessTreeTest {
    @Test
    void whatAGrandchildBurnsIsCounted() throws Exception {
        // Given
        var shell = new ProcessBuilder("sh", "-c", "sh -c 'while :; do :; done'; true").start();
        var tree = new ProcessTree(shell.pid());

        // When
        double used = 0;
        for (int tries = 0; tries < 600 && used < 0.1; tries++) {
            Thread.sleep(50);
            used = tree.cpuSeconds();
        }
        long resident = tree.residentBytes();
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        // Then
        assertThat(used).isGreaterThanOrEqualTo(0.1);
        assertThat(resident).isPositive();
    }

    @Test
    void whatAWorkerBurnsIsToldByItsTemporaryFolder() throws Exception {
        // Given
        var shell = new ProcessBuilder(
                        "sh", "-c", "sh -c 'while :; do :; done' -Djava.io.tmpdir=/somewhere/read-back/worker-1; true")
                .start();
        var tree = new ProcessTree(shell.pid());

        // When
        double used = 0;
        for (int tries = 0; tries < 600 && used < 0.1; tries++) {
            Thread.sleep(50);
            used = tree.cpuSecondsByPart().getOrDefault("read-back", 0.0);
        }
        var parts = tree.cpuSecondsByPart();
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        // Then
        assertThat(used).isGreaterThanOrEqualTo(0.1);
        assertThat(parts).containsOnlyKeys("hub", "read-back", "ended");
    }

    @Test
    void aProcessThatIsGoneReadsAsNothing() throws Exception {
        // Given
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();

        // When
        var tree = new ProcessTree(gone.pid());

        // Then
        assertThat(tree.cpuSeconds()).isZero();
        assertThat(tree.residentBytes()).isZero();
    }
}
