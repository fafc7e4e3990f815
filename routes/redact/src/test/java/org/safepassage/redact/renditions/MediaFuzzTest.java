package org.safepassage.redact.renditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safepassage.redact.renditions.Pictures.ascii;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.safepassage.schemas.Content;

/// Damaged media end in a result or in one sentence, soon, and never larger than they were.
class MediaFuzzTest {
    private static final List<Medium> SOUND = media();

    @Property(tries = 600)
    void aDamagedMediumEndsInAResultOrInOneSentence(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 24) int flips, @ForAll boolean cut) {
        // Given
        var random = new Random(seed);
        Medium medium = SOUND.get(random.nextInt(SOUND.size()));
        byte[] sound = medium.bytes().get();
        String type = medium.type();
        byte[] damaged = cut ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        for (int i = 0; i < flips && damaged.length > 0; i++) {
            damaged[random.nextInt(random.nextBoolean() ? damaged.length : Math.min(damaged.length, 700))] =
                    (byte) random.nextInt(256);
        }

        // When
        String told = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> told(type, damaged));

        // Then
        assertThat(told).matches("stripped|[a-zA-Z][a-zA-Z0-9 ,]{10,90}");
    }

    @Test
    void otherMediaAreNotPassedOn() throws IOException {
        // Given
        byte[] picture = ascii("GIF89a");

        // When
        var result = new MediaStripper().strip(Content.of(picture), "image/gif", new ByteArrayOutputStream());

        // Then
        assertThat(result)
                .isEqualTo(new StripResult.Unsupported("media of this type cannot be stripped of their metadata"));
    }

    private static String told(String type, byte[] medium) {
        var out = new ByteArrayOutputStream();
        try {
            return switch (new MediaStripper().strip(Content.of(medium), type, out)) {
                case StripResult.Stripped stripped ->
                    out.size() <= medium.length ? "stripped" : "it grew to " + out.size() + " bytes!";
                case StripResult.Unsupported unsupported -> unsupported.reason();
            };
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<Medium> media() {
        try {
            return List.of(
                    medium("image/jpeg", Pictures.jpeg(false)),
                    medium("image/jpeg", Pictures.jpeg(true)),
                    medium("image/png", Pictures.png()),
                    medium("video/mp4", Movies.video("vide", "avc1", 0, new byte[100])),
                    medium("video/mp4", Movies.video("soun", "mp4a", 1, new byte[100])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Medium medium(String type, byte[] bytes) {
        return new Medium(type, () -> bytes);
    }

    private record Medium(String type, Supplier<byte[]> bytes) {}
}
