package org.safepassage.redact.renditions.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepassage.schemas.Content;

@Tag("slow")
class PictureRedactorTest {
    @TempDir
    private static Path folder;

    private static PictureRedactor redactor;

    @BeforeAll
    static void start() throws IOException {
        redactor = redactor(PictureSettings.defaults());
    }

    @AfterAll
    static void stop() {
        redactor.close();
    }

    @Test
    void aFaceIsCoveredAndEveryPixelOutsideIsAsItWas() throws Exception {
        // Given
        BufferedImage original = Samples.read(Samples.face());

        // When
        var done = redacted(Samples.face());

        // Then
        assertThat(done.report().regions())
                .filteredOn(region -> region.kind() == Region.Kind.FACE)
                .anySatisfy(region -> assertThat(rectangle(region).contains(Samples.FACE))
                        .as("hair to chin")
                        .isTrue());
        assertThat(done.report().raisesDoubt()).isFalse();
        assertOnlyRegionsChanged(original, done);
    }

    /// From temple to temple in pixels. The detectors report them smaller; what they see of less than 20 counts only
    /// where they agree.
    @ParameterizedTest
    @ValueSource(ints = {20, 22, 24, 28, 32})
    void aSmallFaceIsCoveredOrAPersonLooks(int width) throws Exception {
        // Given
        double scale = (double) width / Samples.FACE.width;
        BufferedImage near = Samples.read(Samples.face());
        BufferedImage far = Samples.wall(640, 480);
        var graphics = far.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(
                near,
                301,
                203,
                (int) Math.round(near.getWidth() * scale),
                (int) Math.round(near.getHeight() * scale),
                null);
        graphics.dispose();
        var middle = new Rectangle(
                (int) Math.round(301 + Samples.FACE.getCenterX() * scale) - 2,
                (int) Math.round(203 + Samples.FACE.getCenterY() * scale) - 2,
                4,
                4);

        // When
        var done = redacted(Samples.written(far, "png"));

        // Then
        assertThat(done.report())
                .matches(
                        report -> report.raisesDoubt()
                                || report.regions().stream()
                                        .anyMatch(region -> rectangle(region).contains(middle)),
                        "covered or in doubt");
    }

    @Test
    void aPictureOfTooManyPixelsIsSearchedSmallerAndAPersonLooks() throws Exception {
        // Given: a picture with twice as many as are searched
        BufferedImage large = Samples.wall(900, 600);
        var graphics = large.createGraphics();
        graphics.drawImage(Samples.read(Samples.face()), 501, 203, null);
        graphics.dispose();
        var face = new Rectangle(Samples.FACE);
        face.translate(501, 203);

        // When
        PictureReport report;
        try (var other = redactor(PictureSettings.defaults().withFacePixels(270_000))) {
            report = redacted(other, Samples.written(large, "png")).report();
        }

        // Then
        assertThat(report.doubts()).containsExactly(Doubt.LARGE_PICTURE);
        assertThat(report.regions())
                .filteredOn(region -> region.kind() == Region.Kind.FACE)
                .anySatisfy(
                        region -> assertThat(rectangle(region).contains(face)).isTrue());
        assertThat(redacted(Samples.written(large, "png")).report().doubts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aLyingFaceIsCoveredToo(int quarters) throws Exception {
        // Given
        BufferedImage lying = turned(Samples.read(Samples.face()), quarters);

        // When
        var done = redacted(Samples.written(lying, "png"));

        // Then
        assertThat(done.report().regions())
                .filteredOn(region -> region.kind() == Region.Kind.FACE)
                .anySatisfy(region -> assertThat(rectangle(region).contains(turned(Samples.FACE, quarters)))
                        .as("hair to chin")
                        .isTrue());
    }

    @Test
    void wordsInThePictureAreCovered() throws Exception {
        // Given
        BufferedImage wall = Samples.wall(900, 600);
        Rectangle plate = Samples.plate(wall, "7654 AB-1", 80, 150);
        Rectangle badge = Samples.plate(wall, "Вярбіцкая Алеся", 300, 430);

        // When
        var done = redacted(Samples.written(wall, "png"));

        // Then
        for (Rectangle words : List.of(plate, badge)) {
            assertThat(colours(done.picture(), words)).containsOnly(Color.BLACK.getRGB());
        }
        assertOnlyRegionsChanged(wall, done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void everyFormatGoesInAndPngComesOut(String format) throws Exception {
        // Given
        byte[] picture = Samples.written(Samples.wall(120, 80), format);

        // When
        var done = redacted(picture);

        // Then
        assertThat(done.report().format()).isEqualTo(format);
        assertThat(done.picture().getWidth()).isEqualTo(120);
        assertOnlyRegionsChanged(Samples.read(picture), done);
    }

    @Test
    void webpIsRead() throws Exception {
        // When
        var done = redacted(Samples.webp());

        // Then
        assertThat(done.report().format()).isEqualTo("webp");
    }

    @Test
    void sixteenBitsBecomeEight() throws Exception {
        // Given
        var deep = new BufferedImage(50, 40, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(10, 10, 0, 0xABCD);

        // When
        var done = redacted(Samples.written(deep, "png"));

        // Then
        assertThat(done.report().conversions()).containsExactly("16-bit");
        assertThat(done.picture().getRGB(10, 10) & 0xFF).isEqualTo(0xAB);
    }

    @Test
    void fourInksBecomeThreeColours() throws Exception {
        // When
        var done = redacted(Samples.cmyk(128, 128, 128, 128));

        // Then
        assertThat(done.report().conversions()).isNotEmpty();
        assertThat(done.picture().getWidth()).isEqualTo(64);
    }

    @Test
    void whatTransparencyHidesIsGone() throws Exception {
        // Given
        var hidden = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
        hidden.setRGB(30, 30, 0x00_12_34_56);

        // When
        var done = redacted(Samples.written(hidden, "png"));

        // Then
        assertThat(done.picture().getRGB(30, 30)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void aPictureThatTheCameraTurnedStandsUpright() throws Exception {
        // Given
        BufferedImage stored = Samples.wall(200, 100);
        var corner = stored.createGraphics();
        corner.setColor(Color.RED);
        corner.fillRect(0, 50, 50, 50);
        corner.dispose();

        // When
        var done = redacted(Samples.withExif(Samples.written(stored, "jpeg"), 6));

        // Then
        assertThat(List.of(done.picture().getWidth(), done.picture().getHeight()))
                .containsExactly(100, 200);
        var topLeft = new Color(done.picture().getRGB(20, 20));
        assertThat(topLeft.getRed()).as("the lower left corner came up").isGreaterThan(200);
        assertThat(topLeft.getGreen()).isLessThan(60);
    }

    @Test
    void nothingOfTheNotesIsLeftButTheMonthInTheReport() throws Exception {
        // Given
        byte[] thumbnail = Samples.written(Samples.wall(64, 48), "jpeg");
        byte[] picture = Samples.joined(
                Samples.withExif(Samples.written(Samples.wall(200, 100), "jpeg"), 1),
                thumbnail,
                Samples.SECRET.getBytes(StandardCharsets.UTF_8));

        // When
        var done = redacted(picture);

        // Then
        assertThat(done.report().taken()).isEqualTo("2024-05");
        assertThat(new String(done.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(Samples.SECRET, "Exif");
        assertThat(chunks(done.bytes())).containsOnly("IHDR", "IDAT", "IEND");
    }

    static Stream<Arguments> unusable() throws IOException {
        byte[] jpeg = Samples.written(Samples.wall(200, 100), "jpeg");
        byte[] png = Samples.written(Samples.wall(200, 100), "png");
        return Stream.of(
                Arguments.of("a text", "no picture at all".getBytes(StandardCharsets.UTF_8), Refusal.UNSUPPORTED),
                Arguments.of("nothing", new byte[0], Refusal.UNSUPPORTED),
                Arguments.of(
                        "HEIC",
                        "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1),
                        Refusal.UNSUPPORTED),
                Arguments.of("a bomb", Samples.bomb(100_000, 100_000), Refusal.TOO_LARGE),
                Arguments.of("an empty size", Samples.bomb(0, 10), Refusal.DAMAGED),
                Arguments.of("pixels missing", Samples.bomb(3_000, 2_000), Refusal.DAMAGED),
                Arguments.of("a cut JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), Refusal.DAMAGED),
                Arguments.of("a cut PNG", Arrays.copyOf(png, png.length / 2), Refusal.DAMAGED),
                Arguments.of("a moving GIF", Samples.two("gif"), Refusal.ANIMATED),
                Arguments.of(
                        "a moving PNG",
                        Samples.withChunk(png, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}),
                        Refusal.ANIMATED),
                Arguments.of("two pages", Samples.two("tiff"), Refusal.SEVERAL_PAGES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void whatCannotBeSeenWholeIsRefusedWithAReason(String what, byte[] picture, Refusal reason) throws Exception {
        // Given
        var out = new ByteArrayOutputStream();

        // When
        PictureResult result = redactor.redact(Content.of(picture), png -> png.transferTo(out));

        // Then
        assertThat(result).as(what).isEqualTo(new PictureResult.Refused(reason));
        assertThat(out.size()).isZero();
    }

    @Test
    void spoiltPicturesEndAsAReasonOrAsAWholeRendition() throws Exception {
        // Given
        var random = new Random(29);
        var spoilt = new ArrayList<byte[]>();
        for (String format : List.of("jpeg", "png", "gif", "bmp", "tiff")) {
            byte[] whole = Samples.written(Samples.wall(60, 40), format);
            for (int i = 0; i < 4; i++) {
                byte[] copy = Arrays.copyOf(whole, whole.length - random.nextInt(4));
                for (int change = 0; change < 4; change++) {
                    copy[random.nextInt(Math.min(copy.length, 300))] = (byte) random.nextInt();
                }
                spoilt.add(copy);
            }
        }

        // When, Then
        for (byte[] picture : spoilt) {
            var out = new ByteArrayOutputStream();
            PictureResult result = redactor.redact(Content.of(picture), png -> png.transferTo(out));
            assertThat(result instanceof PictureResult.Redacted).isEqualTo(out.size() > 0);
            assertThat(result).isNotEqualTo(new PictureResult.Refused(Refusal.TIMEOUT));
        }
    }

    @Test
    void withoutTheProgramThatFindsWordsAPersonHasToLook() throws Exception {
        // Given
        var settings = PictureSettings.defaults();
        var without =
                new PictureSettings(settings.mostPixels(), settings.facePixels(), "no-such-program", "eng", 10, "");

        // When
        PictureResult result;
        try (var other = redactor(without)) {
            result = other.redact(Content.of(Samples.written(Samples.wall(90, 60), "png")), InputStream::close);
        }

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        PictureResult.Redacted.class,
                        redacted -> assertThat(redacted.report().doubts()).containsExactly(Doubt.WORDS_UNSEARCHED));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Done(PictureReport report, byte[] bytes, BufferedImage picture) {}

    private static Done redacted(byte[] picture) throws IOException {
        return redacted(redactor, picture);
    }

    private static Done redacted(PictureRedactor by, byte[] picture) throws IOException {
        var out = new ByteArrayOutputStream();
        var result = by.redact(Content.of(picture), png -> png.transferTo(out));
        assertThat(result).isInstanceOf(PictureResult.Redacted.class);
        return new Done(((PictureResult.Redacted) result).report(), out.toByteArray(), Samples.read(out.toByteArray()));
    }

    private static PictureRedactor redactor(PictureSettings settings) throws IOException {
        return new PictureRedactor(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                folder,
                settings);
    }

    private static void assertOnlyRegionsChanged(BufferedImage original, Done done) {
        long changed = 0;
        for (int y = 0; y < original.getHeight(); y++) {
            for (int x = 0; x < original.getWidth(); x++) {
                int pixel = done.picture().getRGB(x, y);
                if (pixel != original.getRGB(x, y)) {
                    changed++;
                    assertThat(pixel).isEqualTo(Color.BLACK.getRGB());
                    assertThat(isCovered(done.report(), x, y))
                            .as("pixel %d, %d", x, y)
                            .isTrue();
                }
            }
        }
        double pixels = (double) original.getWidth() * original.getHeight();
        assertThat(done.report().changedShare()).isEqualTo(changed / pixels);
    }

    private static boolean isCovered(PictureReport report, int x, int y) {
        return report.regions().stream().anyMatch(region -> rectangle(region).contains(x, y));
    }

    private static Rectangle rectangle(Region region) {
        return new Rectangle(region.x(), region.y(), region.width(), region.height());
    }

    private static List<Integer> colours(BufferedImage picture, Rectangle place) {
        return Arrays.stream(picture.getRGB(place.x, place.y, place.width, place.height, null, 0, place.width))
                .distinct()
                .boxed()
                .toList();
    }

    private static BufferedImage turned(BufferedImage picture, int quarters) {
        boolean lying = quarters % 2 == 1;
        int width = lying ? picture.getHeight() : picture.getWidth();
        int height = lying ? picture.getWidth() : picture.getHeight();
        var turned = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                Rectangle to = turned(new Rectangle(x, y, 1, 1), quarters, picture.getWidth(), picture.getHeight());
                turned.setRGB(to.x, to.y, picture.getRGB(x, y));
            }
        }
        return turned;
    }

    private static Rectangle turned(Rectangle place, int quarters) {
        return turned(place, quarters, 320, 213);
    }

    private static Rectangle turned(Rectangle place, int quarters, int width, int height) {
        return switch (quarters) {
            case 1 -> new Rectangle(height - place.y - place.height, place.x, place.height, place.width);
            case 2 ->
                new Rectangle(
                        width - place.x - place.width, height - place.y - place.height, place.width, place.height);
            default -> new Rectangle(place.y, width - place.x - place.width, place.height, place.width);
        };
    }

    private static List<String> chunks(byte[] png) {
        var types = new ArrayList<String>();
        ByteBuffer in = ByteBuffer.wrap(png, 8, png.length - 8);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            byte[] type = new byte[4];
            in.get(type);
            types.add(new String(type, StandardCharsets.ISO_8859_1));
            in.position(in.position() + length + 4);
        }
        return types;
    }
}
