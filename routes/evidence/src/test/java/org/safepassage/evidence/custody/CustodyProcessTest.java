package org.safepassage.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.evidence.processes.ChildJvm;

/// The log in a process that dies. Here stands why the embedded database is opened with WRITE_DELAY=0.
class CustodyProcessTest {
    private static final String A_MINUTE_OF_DELAY = ";WRITE_DELAY=60000;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    Path dir;

    @Test
    void aCommitSurvivesTheHaltThatFollowsItWhenWritesAreNotDelayed() throws Exception {
        // Given
        Path file = database();

        for (int halts = 1; halts <= 3; halts++) {
            // When
            try (ChildJvm child = start("halt", file, SampleDatabase.DURABLE)) {
                assertThat(child.line()).isEqualTo(String.valueOf(halts - 1));
                assertThat(child.exitCode()).isZero();
            }

            // Then
            assertThat(log(file).size()).isEqualTo(halts);
        }
    }

    @Test
    void aCommitIsLostInTheHaltThatFollowsItWhenWritesAreDelayed() throws Exception {
        // Given
        Path file = database();

        // When
        try (ChildJvm child = start("halt", file, A_MINUTE_OF_DELAY)) {
            assertThat(child.line()).isEqualTo("0");
            assertThat(child.exitCode()).isZero();
        }

        // Then
        assertThat(log(file).size()).isZero();
    }

    @Test
    void whatWasCommittedSurvivesAKillAndTheLogGoesOn() throws Exception {
        killWhileAppending(2);
    }

    @Test
    @Tag("slow")
    void whatWasCommittedSurvivesEightKills() throws Exception {
        killWhileAppending(8);
    }

    private void killWhileAppending(int kills) throws Exception {
        // Given
        Path file = database();
        Random random = new Random(kills);
        Checkpoint kept = log(file).checkpoint(CustodyLogContract.ORIGIN);

        for (int kill = 0; kill < kills; kill++) {
            // When
            List<String> rest;
            try (ChildJvm child = start("append", file, SampleDatabase.DURABLE)) {
                child.line();
                Thread.sleep(random.nextInt(300));
                rest = child.kill();
            }
            long acknowledged = rest.isEmpty() ? 0 : Long.parseLong(rest.getLast()) + 1;

            // Then
            CustodyLog log = log(file);
            assertThat(log.size()).isGreaterThanOrEqualTo(Math.max(acknowledged, kept.size() + 1));
            assertThat(log.verifyAll(List.of(kept))).isEmpty();
            kept = log.checkpoint(CustodyLogContract.ORIGIN);
        }
        DataSource database = SampleDatabase.h2(file, SampleDatabase.DURABLE);
        long next =
                CustodyLogContract.append(database, log(file), CustodyLogContract.entry("case-2:1", "seal", Map.of()));
        assertThat(next).isEqualTo(kept.size());
    }

    private Path database() throws Exception {
        Path file = dir.resolve("custody");
        SampleDatabase.withTables(SampleDatabase.h2(file, SampleDatabase.DURABLE));
        return file;
    }

    private static CustodyLog log(Path file) {
        return new CustodyLog(SampleDatabase.h2(file, SampleDatabase.DURABLE), InstantSource.system());
    }

    private static ChildJvm start(String what, Path file, String options) throws Exception {
        return ChildJvm.start(CustodyChild.class, "128m", what, file.toString(), options);
    }
}
