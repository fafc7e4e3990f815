package org.safepassage.redact.renditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safepassage.redact.renditions.Pictures.SECRET;
import static org.safepassage.redact.renditions.Pictures.ascii;
import static org.safepassage.redact.renditions.Pictures.chunk;
import static org.safepassage.redact.renditions.Pictures.joined;
import static org.safepassage.redact.renditions.Pictures.number;
import static org.safepassage.redact.renditions.Pictures.pixels;
import static org.safepassage.redact.renditions.Pictures.png;
import static org.safepassage.redact.renditions.Pictures.withChunks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Content;

class PngStrippingTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whatAPictureSaysOfItselfGoesAndItsPixelsStay() throws IOException {
        // Given
        byte[] scale = chunk("pHYs", new byte[9]);
        byte[] gamma = chunk("gAMA", number(45_455));
        byte[] plain = withChunks(png(), gamma, scale);
        byte[] talking = joined(
                withChunks(
                        png(),
                        gamma,
                        chunk("iCCP", ascii(SECRET + "\0\0")),
                        chunk("tEXt", ascii("Author\0" + SECRET)),
                        chunk("iTXt", ascii("Author\0\0\0\0\0" + SECRET)),
                        chunk("eXIf", ascii("MM\0*" + SECRET)),
                        chunk("tIME", new byte[7]),
                        chunk("viDn", ascii(SECRET)),
                        scale),
                ascii(SECRET));

        // When
        var result = strip(talking);

        // Then
        assertThat(result)
                .isEqualTo(new StripResult.Stripped(
                        List.of("colour-profile", "exif", "text", "time", "trailing-data", "unknown-chunk")));
        assertThat(out.toByteArray()).isEqualTo(plain);
        assertThat(pixels(out.toByteArray())).isEqualTo(pixels(plain));
    }

    @Test
    void anUnknownPartThatThePictureNeedsIsNotPassedOn() throws IOException {
        // Given
        byte[] picture = withChunks(png(), chunk("ABCD", ascii(SECRET)));

        // When
        var result = strip(picture);

        // Then
        assertThat(result).isInstanceOf(StripResult.Unsupported.class);
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pHYs", "gAMA", "cHRM", "sRGB", "IEND", "PLTE"})
    void wordsInAPartOfFixedLengthAreRefused(String type) throws IOException {
        // Given
        byte[] picture = withChunks(png(), chunk(type, ascii(SECRET)));

        // When / Then
        assertThatThrownBy(() -> strip(picture))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("impossible length at byte 41");
        assertThat(out.size()).isZero();
    }

    @Test
    void aWrongCheckSumIsRefused() throws IOException {
        // Given
        byte[] picture = png();
        picture[60] ^= 1;

        // When / Then
        assertThatThrownBy(() -> strip(picture))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a check sum in the PNG is wrong");
        assertThat(out.size()).isZero();
    }

    @Test
    void aHugeLengthIsRefused() throws IOException {
        // Given
        byte[] picture = withChunks(png(), number(-1), ascii("tEXt"));

        // When / Then
        assertThatThrownBy(() -> strip(picture))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged at byte 41");
    }

    private StripResult strip(byte[] picture) throws IOException {
        return new MediaStripper().strip(Content.of(picture), "image/png", out);
    }
}
