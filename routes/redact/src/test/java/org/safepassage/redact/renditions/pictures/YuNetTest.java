package org.safepassage.redact.renditions.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepassage.schemas.Content;

/// With a model that takes colours for faces, since the published one comes in no package.
class YuNetTest {
    private static final List<String> OUTPUTS = List.of("cls", "obj", "bbox", "kps");

    @TempDir
    private Path folder;

    /// Blue, green and red in OpenCV's order; the box's middle is a quarter of a cell from its left edge and three
    /// quarters from its top, twice as wide as a cell and three times as high.
    @ParameterizedTest
    @CsvSource({
        "8, 255, 0, 0, 3, 5, 18, 34, 16, 24",
        "16, 0, 255, 0, 3, 5, 36, 68, 32, 48",
        "32, 0, 0, 255, 19, 0, 584, -24, 64, 96"
    })
    void aBoxStandsWhereItsCellOfItsGridSays(
            int stride, int blue, int green, int red, int column, int row, double x, double y, double w, double h)
            throws Exception {
        // Given
        try (var model = YuNet.open(SmallYuNet.in(folder.resolve("own.onnx")));
                var grey = new Scalar(120, 120, 120, 0);
                var tile = new Mat(model.side(), model.side(), opencv_core.CV_8UC3, grey);
                var cell = new Rect(column * stride, row * stride, stride, stride);
                var place = new Mat(tile, cell);
                var colour = new Scalar(blue, green, red, 0)) {
            place.put(colour);

            // When
            List<Sighting> seen = model.look(tile, 0.9);

            // Then
            assertThat(seen).singleElement().satisfies(face -> {
                assertThat(face.x()).isCloseTo(x, within(0.01));
                assertThat(face.y()).isCloseTo(y, within(0.01));
                assertThat(face.width()).isCloseTo(w, within(0.01));
                assertThat(face.height()).isCloseTo(h, within(0.01));
                assertThat(face.score()).isCloseTo(1, within(0.01));
            });
        }
    }

    @Test
    void whatItAloneSeesFarOutInALargePictureIsCoveredAndAPersonLooksToo() throws Exception {
        // Given: wider and higher than a tile, and on none of the edges between tiles
        BufferedImage wall = Samples.wall(1500, 900);
        var face = new Rectangle(1328, 736, 96, 96);
        Graphics2D graphics = wall.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fill(face);
        graphics.dispose();
        var settings =
                PictureSettings.defaults().withoutWords().withFaceModel(SmallYuNet.in(folder.resolve("own.onnx")));

        // When
        var report = report(wall, settings);

        // Then
        var found = report.regions().stream()
                .filter(region -> region.detector().contains("yunet"))
                .toList();
        assertThat(found).isNotEmpty();
        assertThat(found).allSatisfy(region -> assertThat(region.x()).isGreaterThan(900));
        for (int x = face.x; x < face.x + face.width; x += 8) {
            int at = x;
            assertThat(found)
                    .anySatisfy(region ->
                            assertThat(region.x() <= at && at < region.right()).isTrue());
        }
        assertThat(report.doubts()).contains(Doubt.DETECTORS_DISAGREE);
        assertThat(report(wall, PictureSettings.defaults().withoutWords()).regions())
                .isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertUnusable("none.onnx", "is not there or cannot be read; name face_detection_yunet_2023mar.onnx");
    }

    @Test
    void aFileThatIsNoModelOrCutShortIsNamed() throws IOException {
        // Given
        byte[] whole = Files.readAllBytes(SmallYuNet.in(folder.resolve("own.onnx")));
        Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(
                folder.resolve("page.onnx"), "version https://example.org/large-file", StandardCharsets.UTF_8);

        // Then
        assertUnusable("cut.onnx", "cannot be loaded by ONNX Runtime; copy it anew");
        assertUnusable("page.onnx", "cannot be loaded by ONNX Runtime; copy it anew");
    }

    @Test
    void aModelThatLacksAnOutputIsNoYuNet() throws IOException {
        // Given
        write("own.onnx", List.of(1, 3, 64, 64), SmallYuNet.BOX, List.of("cls", "bbox"));

        // Then
        assertUnusable("own.onnx", "is no YuNet, it lacks obj_8, obj_16, obj_32; name");
    }

    @Test
    void aModelOfOtherPicturesIsRefused() throws IOException {
        // Given
        write("wide.onnx", List.of(1, 3, 320, 640), SmallYuNet.BOX, OUTPUTS);
        write("odd.onnx", List.of(1, 3, 100, 100), SmallYuNet.BOX, OUTPUTS);

        // Then
        assertUnusable("wide.onnx", "wants other pictures than square ones");
        assertUnusable("odd.onnx", "wants other pictures than square ones");
    }

    @Test
    void aModelWhoseBoxesHaveNoFourSidesIsRefused() throws IOException {
        // Given
        write("own.onnx", List.of(1, 3, 64, 64), new float[] {0, 0, 0}, OUTPUTS);

        // Then
        assertUnusable("own.onnx", "does not give a likelihood and a box for each cell");
    }

    @Test
    void aModelWhoseBoxesAreNoNumbersIsRefused() throws IOException {
        // Given
        write("own.onnx", List.of(1, 3, 64, 64), new float[] {Float.NaN, 0, 0, 0}, OUTPUTS);

        // Then
        assertUnusable("own.onnx", "does not give a likelihood and a box for each cell");
    }

    @Test
    void aModelThatIsGoneSinceTheStartRefusesEachPicture() throws Exception {
        // Given
        Path model = SmallYuNet.in(folder.resolve("own.onnx"));
        var settings = PictureSettings.defaults().withoutWords().withFaceModel(model);
        Files.delete(model);

        // When
        PictureResult result;
        try (var redactor = redactor(settings)) {
            result = redactor.redact(Content.of(Samples.written(Samples.wall(64, 64), "png")), InputStream::close);
        }

        // Then
        assertThat(result).isEqualTo(new PictureResult.Refused(Refusal.CRASHED));
    }

    private void write(String name, List<Integer> input, float[] box, List<String> outputs) throws IOException {
        Files.write(folder.resolve(name), SmallYuNet.model(input, box, outputs));
    }

    private void assertUnusable(String name, String problem) {
        Path file = folder.resolve(name);
        assertThatThrownBy(() -> PictureSettings.defaults().withFaceModel(file))
                .isInstanceOf(UnusableFaceModel.class)
                .hasMessageStartingWith(file + ": " + problem);
    }

    private PictureReport report(BufferedImage picture, PictureSettings settings) throws IOException {
        try (var redactor = redactor(settings)) {
            var result = redactor.redact(Content.of(Samples.written(picture, "png")), InputStream::close);
            assertThat(result).isInstanceOf(PictureResult.Redacted.class);
            return ((PictureResult.Redacted) result).report();
        }
    }

    private PictureRedactor redactor(PictureSettings settings) throws IOException {
        return new PictureRedactor(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                folder.resolve("work"),
                settings);
    }
}
