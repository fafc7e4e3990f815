package org.safepassage.redact.renditions.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each format can do to whoever decodes it.
class HardPicturesTest {
    private static final int HUGE = 60_000;

    @TempDir
    private Path folder;

    static Stream<Arguments> bombs() throws IOException {
        byte[] small = Samples.written(Samples.wall(16, 16), "jpeg");
        return Stream.of(
                Arguments.of("PNG", Samples.bomb(HUGE, HUGE)),
                Arguments.of("JPEG", hugeJpeg(small)),
                Arguments.of("GIF", hugeGif(Samples.written(Samples.wall(16, 16), "gif"))),
                Arguments.of("TIFF", hugeTiff()),
                Arguments.of("WebP", hugeWebp()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aSmallFileThatClaimsAHugePictureIsRefusedBeforeItIsDecoded(String format, byte[] bomb) throws Exception {
        // When, Then
        assertThat(bomb.length).isLessThan(2_000);
        assertRefused(bomb, Refusal.TOO_LARGE, format);
    }

    @Test
    void aMovingWebpIsRefused() throws Exception {
        // Given
        byte[] head = webp("VP8X", 10, 2, 0, 0, 0);

        // When, Then
        assertRefused(head, Refusal.ANIMATED, "a WebP with the flag of animation");
    }

    @Test
    void aTiffWhoseChainOfPagesHasNoEndIsRefused() throws Exception {
        // Given: a whole page that names itself as the next
        byte[] page = tiff(4, 4, 1, 8, new byte[16]);
        ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 9 * 12, 8);

        // When, Then
        assertRefused(page, Refusal.DAMAGED, "a TIFF of endless pages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void sixteenBitsOfEachColourBecomeEight(String format) throws Exception {
        // Given
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = colours.createCompatibleWritableRaster(20, 10);
        raster.setPixel(7, 3, new int[] {0xFFFF, 0x8000, 0x0100});
        var deep = new BufferedImage(colours, raster, false, null);

        // When
        Decoded decoded = decode(format.equals("tiff") ? deepTiff(raster) : Samples.written(deep, format));

        // Then
        assertThat(decoded.conversions()).contains("16-bit");
        var pixel = new Color(decoded.pixels().getRGB(7, 3));
        assertThat(pixel.getRed()).isEqualTo(255);
        assertThat(pixel.getGreen()).isBetween(126, 129);
        assertThat(pixel.getBlue()).isBetween(0, 2);
        assertThat(decoded.pixels().getRGB(0, 0)).isEqualTo(Color.BLACK.getRGB());
    }

    @Test
    void inksThatAreStoredInvertedAreSeenAsAdobeMeansThem() throws Exception {
        // Given: Adobe stores 255 for no ink
        byte[] onlyCyan = adobeInks(0, 255, 255, 255);
        byte[] noInk = adobeInks(255, 255, 255, 255);

        // When
        var cyan = new Color(decode(onlyCyan).pixels().getRGB(20, 20));
        var paper = new Color(decode(noInk).pixels().getRGB(20, 20));

        // Then
        assertThat(cyan.getBlue()).isGreaterThan(150).isGreaterThan(cyan.getRed() + 80);
        assertThat(List.of(paper.getRed(), paper.getGreen(), paper.getBlue()))
                .allSatisfy(part -> assertThat(part).isGreaterThan(245));
    }

    /// Which corner of the stored picture stands at the top left and top right (Exif 2.32, 4.6.4 A).
    @ParameterizedTest
    @CsvSource({
        "1, RED, GREEN", "2, GREEN, RED", "3, WHITE, BLUE", "4, BLUE, WHITE",
        "5, RED, BLUE", "6, BLUE, RED", "7, WHITE, GREEN", "8, GREEN, WHITE"
    })
    void everyWayToHoldACameraEndsUpright(int orientation, String topLeft, String topRight) throws Exception {
        // Given
        var stored = new BufferedImage(64, 32, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = stored.createGraphics();
        List<Color> corners = List.of(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
        for (int i = 0; i < corners.size(); i++) {
            graphics.setColor(corners.get(i));
            graphics.fillRect(i % 2 * 32, i / 2 * 16, 32, 16);
        }
        graphics.dispose();

        // When
        BufferedImage upright = decode(Samples.withExif(Samples.written(stored, "jpeg"), orientation))
                .pixels();

        // Then
        assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? 64 : 32);
        assertThat(upright.getHeight()).isEqualTo(orientation < 5 ? 32 : 64);
        assertThat(nearest(upright.getRGB(2, 2))).isEqualTo(topLeft);
        assertThat(nearest(upright.getRGB(upright.getWidth() - 3, 2))).isEqualTo(topRight);
    }

    private Decoded decode(byte[] picture) throws Exception {
        Path file = Files.write(folder.resolve("picture"), picture);
        return new PictureDecoder(PictureSettings.defaults().mostPixels()).decode(file);
    }

    private void assertRefused(byte[] picture, Refusal reason, String what) {
        assertThatThrownBy(() -> decode(picture))
                .as(what)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).as(what).isEqualTo(reason));
    }

    private static String nearest(int pixel) {
        var colour = new Color(pixel);
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        boolean blue = colour.getBlue() > 128;
        return red && green && blue ? "WHITE" : red ? "RED" : green ? "GREEN" : "BLUE";
    }

    /// Four inks in a JPEG with Adobe's segment, which says that they are stored inverted.
    private static byte[] adobeInks(int... inks) throws IOException {
        byte[] jpeg = Samples.cmyk(inks);
        byte[] adobe = Samples.joined(
                new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14},
                "Adobe".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0, 100, 0, 0, 0, 0, 0});
        return Samples.joined(Arrays.copyOf(jpeg, 2), adobe, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] hugeJpeg(byte[] jpeg) {
        byte[] huge = jpeg.clone();
        for (int i = 2; i < huge.length - 9; i++) {
            if ((huge[i] & 0xFF) == 0xFF && (huge[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(huge).putShort(i + 5, (short) HUGE).putShort(i + 7, (short) HUGE);
                return huge;
            }
        }
        throw new IllegalArgumentException("a baseline JPEG has a frame");
    }

    private static byte[] hugeGif(byte[] gif) {
        byte[] huge = gif.clone();
        ByteBuffer out = ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort(6, (short) HUGE).putShort(8, (short) HUGE);
        int colours = 3 * (2 << (huge[10] & 7));
        for (int at = 13 + colours; at < huge.length - 9; at++) {
            if (huge[at] == ',' && out.getShort(at + 5) == 16 && out.getShort(at + 7) == 16) {
                out.putShort(at + 5, (short) HUGE).putShort(at + 7, (short) HUGE);
                return huge;
            }
        }
        throw new IllegalArgumentException("a GIF has a picture");
    }

    private static byte[] hugeTiff() {
        return tiff(HUGE, HUGE, 1, 8, new byte[16]);
    }

    /// Uncompressed, in one strip (TIFF 6.0, 2).
    private static byte[] tiff(int width, int height, int samples, int bits, byte[] pixels) {
        int ifd = 8;
        int after = ifd + 2 + 9 * 12 + 4;
        int[][] entries = {
            {256, 4, 1, width},
            {257, 4, 1, height},
            {258, 3, samples, samples == 1 ? bits : after},
            {259, 3, 1, 1},
            {262, 3, 1, samples == 1 ? 1 : 2},
            {273, 4, 1, after + 2 * samples},
            {277, 3, 1, samples},
            {278, 4, 1, height},
            {279, 4, 1, pixels.length}
        };
        ByteBuffer out = ByteBuffer.allocate(after + 2 * samples + pixels.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("II*\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(ifd)
                .putShort((short) entries.length);
        for (int[] entry : entries) {
            out.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putInt(entry[2])
                    .putInt(entry[3]);
        }
        out.putInt(0);
        for (int i = 0; i < samples; i++) {
            out.putShort((short) bits);
        }
        return out.put(pixels).array();
    }

    private static byte[] deepTiff(Raster raster) {
        int[] parts = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        ByteBuffer pixels = ByteBuffer.allocate(parts.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int part : parts) {
            pixels.putShort((short) part);
        }
        return tiff(raster.getWidth(), raster.getHeight(), 3, 16, pixels.array());
    }

    /// Lossless: 14 bits each for the width and height less one (RFC 9649, 3.4).
    private static byte[] hugeWebp() {
        return webp("VP8L", 13, 0x2F, 0xFF, 0xFF, 0xFF, 0x0F);
    }

    /// A WebP of one chunk that begins so; the rest of it is nothing.
    private static byte[] webp(String chunk, int size, int... start) {
        ByteBuffer out = ByteBuffer.allocate(20 + size + size % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + size + size % 2)
                .put(("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII))
                .putInt(size);
        for (int each : start) {
            out.put((byte) each);
        }
        return out.array();
    }
}
