package org.safepassage.redact.evaluation.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.redact.evaluation.BadCorpus;
import org.safepassage.redact.evaluation.Figure;
import org.safepassage.redact.evaluation.Measure;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.Region;

class FaceEvaluationTest {
    @TempDir
    private Path folder;

    private Path pictures;
    private final List<FaceMiss> misses = new ArrayList<>();
    private final List<Integer> searched = new ArrayList<>();
    private final Watching watching = new Watching() {
        @Override
        public void searched(int scene, int scenes) {
            searched.add(scene);
        }

        @Override
        public void missed(FaceMiss miss) {
            misses.add(miss);
        }
    };

    @BeforeEach
    void unpack() throws IOException {
        pictures = Files.createDirectories(folder.resolve("pictures"));
        for (String name : List.of("sinaface.jpg", "face/ss.jpg", "cat.jpg")) {
            try (InputStream in = Objects.requireNonNull(
                    FaceEvaluationTest.class.getResourceAsStream("/org/openimaj/image/data/" + name))) {
                Files.copy(in, pictures.resolve(name.replace('/', '-')));
            }
        }
    }

    @Test
    void onlyAnnotatedPicturesAreTaken() throws Exception {
        // When
        List<FacePicture> found = FacePictures.in(pictures);

        // Then
        assertThat(found)
                .extracting(FacePicture::origin)
                .containsExactly(
                        "org.openimaj:test-resources/org/openimaj/image/data/sinaface.jpg",
                        "org.openimaj:test-resources/org/openimaj/image/data/face/ss.jpg");
    }

    @Test
    void aSeedGivesTheSameScenesAgain() throws Exception {
        // Given
        List<FacePicture> found = FacePictures.in(pictures);
        var once = new Scenes(found, 7);
        var again = new Scenes(found, 7);

        for (int i = 0; i < 6; i++) {
            // When
            Scene scene = once.next();
            Scene same = again.next();

            // Then
            assertThat(same.picture().getRaster().getDataElements(0, 0, 320, 240, null))
                    .isEqualTo(scene.picture().getRaster().getDataElements(0, 0, 320, 240, null));
            assertThat(same.faces()).isEqualTo(scene.faces());
        }
    }

    @Test
    void crowdsAndEveryHardnessComeAboutAndEachFaceLiesInItsPicture() throws Exception {
        // Given
        var scenes = new Scenes(FacePictures.in(pictures), 7);
        var faces = new ArrayList<ShownFace>();

        // When
        for (int i = 0; i < 60; i++) {
            Scene scene = scenes.next();
            faces.addAll(scene.faces());

            // Then
            var whole = new Region(
                    Region.Kind.FACE,
                    0,
                    0,
                    scene.picture().getWidth(),
                    scene.picture().getHeight(),
                    1,
                    "all");
            assertThat(scene.faces())
                    .allSatisfy(
                            face -> assertThat(face.shareUnder(List.of(whole))).isGreaterThan(0.99));
        }
        assertThat(faces.stream().flatMap(face -> face.traits().stream()).distinct())
                .containsExactlyInAnyOrder(ShownFace.Trait.values());
        assertThat(faces).anySatisfy(face -> assertThat(face.width()).isGreaterThan(150));
    }

    @Test
    void aFaceIsCoveredOnlyWhenItsOvalIs() throws Exception {
        // Given
        Rectangle box = FacePictures.in(pictures).getFirst().faces().getFirst();
        var place = new AffineTransform();
        place.translate(box.getCenterX(), box.getCenterY());
        place.scale(box.width / 2.0, box.height / 2.0);
        var face = new ShownFace(place, box.width, Set.of());

        // Then
        assertThat(face.isCovered(List.of(region(box, box.height)))).isTrue();
        assertThat(face.isCovered(List.of(region(box, box.height * 2 / 3)))).isFalse();
        assertThat(face.isCovered(List.of())).isFalse();
    }

    @Test
    void aTurnedSceneShowsTheSameFacesElsewhere() throws Exception {
        // Given
        Scene upright = new Scenes(FacePictures.in(pictures), 7).next();
        ShownFace face = upright.faces().getFirst();
        int x = (int) face.place().getTranslateX();
        int y = (int) face.place().getTranslateY();

        // When
        Scene lying = upright.turned(1);
        ShownFace turned = lying.faces().getFirst();

        // Then
        assertThat(lying.picture().getWidth()).isEqualTo(upright.picture().getHeight());
        assertThat(turned.place().getTranslateX())
                .isEqualTo(upright.picture().getHeight() - face.place().getTranslateY());
        assertThat(turned.place().getTranslateY()).isEqualTo(face.place().getTranslateX());
        assertThat(lying.picture().getRGB(upright.picture().getHeight() - 1 - y, x))
                .isEqualTo(upright.picture().getRGB(x, y));
        assertThat(lying.turned(3).picture().getRGB(x, y))
                .isEqualTo(upright.picture().getRGB(x, y));
    }

    @Test
    void aFolderWithoutAnnotatedPicturesIsToldApart() throws Exception {
        // Given
        Path empty = Files.createDirectories(folder.resolve("empty"));
        try (PictureRedactor redactor = redactor()) {
            // Then
            assertThatThrownBy(() -> new FaceEvaluation(redactor).run(empty, 1, 0, watching))
                    .isInstanceOf(BadCorpus.class)
                    .hasMessageContaining("none of the annotated pictures");
        }
    }

    @Test
    @Tag("slow")
    void whatTheRedactionOfPicturesCoversIsCounted() throws Exception {
        try (PictureRedactor redactor = redactor()) {
            // When
            List<Figure> figures = new FaceEvaluation(redactor).run(pictures, 6, 0, watching);

            // Then
            Figure all = figures.stream()
                    .filter(figure -> figure.measure() == Measure.FACES)
                    .filter(figure -> figure.slice().equals("all"))
                    .findFirst()
                    .orElseThrow();
            assertThat(all.rate().whole()).isGreaterThanOrEqualTo(6);
            assertThat(all.rate().share()).isGreaterThan(0.8);
            assertThat(all.goal()).isPresent();
            assertThat(searched).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(misses).hasSize((int) (all.rate().whole() - all.rate().part()));
            assertThat(figures)
                    .extracting(Figure::measure)
                    .contains(Measure.FACES_HELD, Measure.FACES_UNHELD, Measure.FALSE_FACES);
        }
    }

    private PictureRedactor redactor() throws IOException {
        return new PictureRedactor(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                folder.resolve("work"),
                PictureSettings.defaults().withoutWords());
    }

    private static Region region(Rectangle box, int height) {
        return new Region(Region.Kind.FACE, box.x, box.y, box.width, height, 1, "drawn");
    }
}
