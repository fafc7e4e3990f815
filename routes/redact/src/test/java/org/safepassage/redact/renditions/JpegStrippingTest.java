package org.safepassage.redact.renditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safepassage.redact.renditions.Pictures.SECRET;
import static org.safepassage.redact.renditions.Pictures.ascii;
import static org.safepassage.redact.renditions.Pictures.joined;
import static org.safepassage.redact.renditions.Pictures.jpeg;
import static org.safepassage.redact.renditions.Pictures.pixels;
import static org.safepassage.redact.renditions.Pictures.profile;
import static org.safepassage.redact.renditions.Pictures.segment;
import static org.safepassage.redact.renditions.Pictures.withSegments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Content;

class JpegStrippingTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAPictureSaysOfItselfGoesAndItsPixelsStay(boolean progressive) throws IOException {
        // Given
        byte[] plain = jpeg(progressive);
        byte[] talking = joined(
                withSegments(
                        plain,
                        segment(0xE1, ascii("Exif\0\0" + SECRET)),
                        segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0" + SECRET)),
                        segment(0xE0, ascii("JFXX\0\u0010" + SECRET)),
                        segment(0xE2, ascii("MPF\0" + SECRET)),
                        segment(0xED, ascii("Photoshop 3.0\0" + SECRET)),
                        segment(0xEF, ascii(SECRET)),
                        segment(0xF5, ascii(SECRET)),
                        segment(0xFE, ascii(SECRET))),
                ascii(SECRET));

        // When
        var result = strip(talking);

        // Then
        assertThat(result)
                .isEqualTo(new StripResult.Stripped(List.of(
                        "app13",
                        "app15",
                        "app2",
                        "comment",
                        "exif",
                        "thumbnail",
                        "trailing-data",
                        "unknown-segment",
                        "xmp")));
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(out.toByteArray()).isEqualTo(plain);
    }

    @Test
    void aJfifThumbnailGoesAndTheHeadStays() throws IOException {
        // Given
        byte[] plain = jpeg(false);
        byte[] jfif = joined(ascii("JFIF\0"), new byte[] {1, 2, 0, 0, 1, 0, 1, 2, 1}, ascii("secret"));
        byte[] withoutHead = joined(Arrays.copyOf(plain, 2), Arrays.copyOfRange(plain, 20, plain.length));

        // When
        var result = strip(withSegments(withoutHead, segment(0xE0, jfif)));

        // Then
        assertThat(result).isEqualTo(new StripResult.Stripped(List.of("thumbnail")));
        assertThat(out.size()).isEqualTo(plain.length);
        assertThat(pixels(out.toByteArray())).isEqualTo(pixels(plain));
    }

    @Test
    void aColourProfileKeepsItsNumbersAndLosesItsWords() throws IOException {
        // Given
        byte[] profile = profile();
        int half = profile.length / 2;
        byte[] first = joined(ascii("ICC_PROFILE\0\u0001\u0002"), Arrays.copyOf(profile, half));
        byte[] second = joined(ascii("ICC_PROFILE\0\u0002\u0002"), Arrays.copyOfRange(profile, half, profile.length));
        byte[] picture = withSegments(jpeg(false), segment(0xE2, second), segment(0xE2, first));

        // When
        var result = strip(picture);

        // Then
        assertThat(result).isEqualTo(new StripResult.Stripped(List.of("colour-profile-text")));
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).contains("Secret", "desc", "dmnd");
        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .contains("ICC_PROFILE", "rXYZ", "gTRC")
                .doesNotContain("Secret")
                .doesNotContain("desc")
                .doesNotContain("dmnd");
        assertThat(pixels(out.toByteArray())).isEqualTo(pixels(picture));
    }

    @Test
    void anIncompleteColourProfileIsDroppedWhole() throws IOException {
        // Given
        byte[] picture =
                withSegments(jpeg(false), segment(0xE2, joined(ascii("ICC_PROFILE\0\u0001\u0002"), profile())));

        // When
        var result = strip(picture);

        // Then
        assertThat(result).isEqualTo(new StripResult.Stripped(List.of("colour-profile")));
        assertThat(out.toByteArray()).isEqualTo(jpeg(false));
    }

    @Test
    void restartMarkersAndStuffedBytesOfAScanStayAndACommentBetweenScansGoes() throws IOException {
        // Given
        byte[] frame = segment(0xC2, new byte[] {8, 0, 1, 0, 1, 1, 1, 0x11, 0});
        byte[] scan = segment(0xDA, new byte[] {1, 1, 0, 0, 0, 0});
        byte[] data = {1, (byte) 0xFF, 0, 2, (byte) 0xFF, (byte) 0xD0, 3, (byte) 0xFF, (byte) 0xD7, 4};
        byte[] start = {(byte) 0xFF, (byte) 0xD8};
        byte[] end = {(byte) 0xFF, (byte) 0xD9};
        byte[] clean = joined(start, frame, scan, data, scan, data, end);

        // When
        var result =
                strip(joined(start, frame, ascii("stray"), scan, data, segment(0xFE, ascii(SECRET)), scan, data, end));

        // Then
        assertThat(result).isEqualTo(new StripResult.Stripped(List.of("comment", "stray-bytes")));
        assertThat(out.toByteArray()).isEqualTo(clean);
    }

    @Test
    void wordsBehindATableAreRefused() throws IOException {
        // Given
        byte[] picture = withSegments(jpeg(false), segment(0xDD, ascii("\0\0" + SECRET)));

        // When / Then
        assertThatThrownBy(() -> strip(picture))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a table is longer or shorter than it says");
        assertThat(out.size()).isZero();
    }

    @Test
    void nothingIsWrittenOfAPictureThatEndsTooEarly() throws IOException {
        // Given
        byte[] picture = jpeg(true);
        byte[] half = Arrays.copyOf(picture, picture.length / 2);

        // When / Then
        assertThatThrownBy(() -> strip(half))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends too early, after " + half.length + " bytes");
        assertThat(out.size()).isZero();
    }

    private StripResult strip(byte[] picture) throws IOException {
        return new MediaStripper().strip(Content.of(picture), "image/jpeg", out);
    }
}
