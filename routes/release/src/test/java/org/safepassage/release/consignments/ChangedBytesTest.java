package org.safepassage.release.consignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

class ChangedBytesTest {
    /// One bag for all tries, since its keys take longer than its check.
    private record Sample(Parcels parcels, Path bag, List<BagFile> files) {
        static Sample made() {
            try {
                Path build = Path.of(System.getProperty("java.io.tmpdir"));
                var parcels = new Parcels(Files.createTempDirectory(build, "changed-bytes"));
                return new Sample(parcels, parcels.unpacked("bag"), parcels.bag());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final Sample SAMPLE = Sample.made();

    @Property(tries = 100, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void aByteThatWasChangedAddedOrTakenAwayAnywhereFailsThePackage(
            @ForAll @IntRange(max = 999) int which,
            @ForAll @IntRange(max = 99_999) int where,
            @ForAll @IntRange(min = 1, max = 255) int flip,
            @ForAll Change change)
            throws IOException, UnusableKeyException {
        // Given
        Path at = SAMPLE.bag()
                .resolve(SAMPLE.files().get(which % SAMPLE.files().size()).path());
        byte[] sound = Files.readAllBytes(at);

        // When
        Files.write(at, change.of(sound, where % sound.length, (byte) flip));
        Verification verification = SAMPLE.parcels().verify(SAMPLE.bag());
        Files.write(at, sound);

        // Then
        assertThat(verification.valid()).isFalse();
        assertThat(verification.problems()).isNotEmpty();
        assertThat(SAMPLE.parcels().verify(SAMPLE.bag()).valid()).isTrue();
    }

    enum Change {
        FLIPPED,
        ADDED,
        TAKEN_AWAY;

        byte[] of(byte[] sound, int at, byte value) {
            var changed = new ByteArrayOutputStream();
            changed.write(sound, 0, at);
            switch (this) {
                case FLIPPED -> changed.write(sound[at] ^ value);
                case ADDED -> {
                    changed.write(value);
                    changed.write(sound[at]);
                }
                case TAKEN_AWAY -> {}
            }
            changed.write(sound, at + 1, sound.length - at - 1);
            return changed.toByteArray();
        }
    }
}
