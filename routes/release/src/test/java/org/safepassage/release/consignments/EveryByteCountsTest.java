package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryByteCountsTest {
    @TempDir
    private Path temp;

    /// One bit of every byte; [ChangedBytesTest] draws other changes.
    @Test
    @Tag("slow")
    void everySingleByteChangeInAnyFileIsToldAtThatFileOrAtWhatListsIt() throws Exception {
        // Given
        var parcels = new Parcels(temp);
        Path bag = parcels.unpacked("bag");
        int changes = 0;

        for (BagFile file : parcels.bag()) {
            Path at = bag.resolve(file.path());
            byte[] sound = Files.readAllBytes(at);
            for (int offset = 0; offset < sound.length; offset++) {
                // When
                byte[] changed = sound.clone();
                changed[offset] ^= (byte) (1 << (offset % 8));
                Files.write(at, changed);
                Verification verification = parcels.verify(bag);
                changes++;

                // Then
                assertThat(verification.valid())
                        .as("%s with byte %s changed", file.path(), offset)
                        .isFalse();
                assertThat(verification.problems())
                        .as("%s with byte %s changed", file.path(), offset)
                        .anyMatch(problem -> problem.place().equals(file.path())
                                || problem.place().equals("custody/" + file.path() + ".asc")
                                || problem.place().equals(file.path() + ".asc"));
            }
            Files.write(at, sound);
        }
        assertThat(changes).isGreaterThan(2_000);
        assertThat(parcels.verify(bag).valid()).isTrue();
    }
}
