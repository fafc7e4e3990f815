package org.safepassage.redact.evaluation.faces;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.safepassage.redact.evaluation.BadCorpus;
import org.safepassage.redact.evaluation.Figure;
import org.safepassage.redact.evaluation.Goal;
import org.safepassage.redact.evaluation.Measure;
import org.safepassage.redact.evaluation.Rate;
import org.safepassage.redact.evaluation.faces.ShownFace.Trait;
import org.safepassage.redact.renditions.pictures.Doubt;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureResult;
import org.safepassage.redact.renditions.pictures.Region;
import org.safepassage.schemas.Content;

/// Gives composed scenes to the redaction of pictures and counts which faces it leaves to be seen. A face counts when
/// it is at least 24 pixels wide; it is covered when nine tenths of it lie under boxes for faces. For one thread.
public final class FaceEvaluation {
    /// Scenes that an evaluation takes.
    public static final int SCENES = 240;

    /// What the figures stand under.
    public static final String CORPUS = "faces";

    private static final double LEAST_WIDTH = 24;
    private static final double GOAL = 0.98;
    private static final long SEED = 20_240_808;

    private final PictureRedactor redactor;
    private final Map<String, int[]> found = new TreeMap<>();
    private final Map<Measure, int[]> others = new EnumMap<>(Measure.class);

    /// @param redactor best one that searches no words, which are not counted here
    public FaceEvaluation(PictureRedactor redactor) {
        this.redactor = redactor;
    }

    /// The figures over scenes composed of the pictures in `folder`.
    ///
    /// @param quarters by which each scene is turned, clockwise
    /// @throws BadCorpus when no annotated picture lies there
    /// @throws IOException when the folder cannot be read or no child be started
    public List<Figure> run(Path folder, int scenes, int quarters, Watching watching) throws IOException, BadCorpus {
        List<FacePicture> pictures = FacePictures.in(folder);
        if (pictures.isEmpty()) {
            throw new BadCorpus(folder + ": none of the annotated pictures lies here or below");
        }
        var composer = new Scenes(pictures, SEED);
        for (int scene = 1; scene <= scenes; scene++) {
            count(scene, composer.next().turned(quarters), watching);
            watching.searched(scene, scenes);
        }
        return figures();
    }

    private void count(int number, Scene scene, Watching watching) throws IOException {
        List<Region> faces = List.of();
        boolean held = true;
        if (redactor.redact(png(scene), InputStream::close) instanceof PictureResult.Redacted redacted) {
            faces = redacted.report().regions().stream()
                    .filter(region -> region.kind() == Region.Kind.FACE)
                    .toList();
            held = redacted.report().doubts().stream().anyMatch(doubt -> doubt != Doubt.WORDS_UNSEARCHED);
        }
        boolean missed = false;
        for (ShownFace face : scene.faces()) {
            if (face.width() >= LEAST_WIDTH) {
                boolean covered = face.isCovered(faces);
                if (!covered) {
                    missed = true;
                    watching.missed(miss(number, face, faces, held));
                }
                add("all", covered);
                for (Trait trait : face.traits()) {
                    add(trait.word(), covered);
                }
            }
        }
        add(Measure.FACES_HELD, held);
        add(Measure.FACES_UNHELD, missed && !held);
        for (Region region : faces) {
            add(Measure.FALSE_FACES, scene.faces().stream().allMatch(face -> face.shareUnder(List.of(region)) == 0));
        }
    }

    private static FaceMiss miss(int scene, ShownFace face, List<Region> covered, boolean held) {
        return new FaceMiss(
                CORPUS,
                scene,
                Math.round(face.place().getTranslateX()),
                Math.round(face.place().getTranslateY()),
                Math.round(face.width()),
                Math.round(100 * face.shareUnder(covered)) / 100.0,
                held,
                face.traits().stream().map(Trait::word).sorted().toList());
    }

    private static Content png(Scene scene) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(scene.picture(), "png", png);
        return Content.of(png.toByteArray());
    }

    private void add(String slice, boolean hit) {
        add(found.computeIfAbsent(slice, key -> new int[2]), hit);
    }

    private void add(Measure measure, boolean hit) {
        add(others.computeIfAbsent(measure, key -> new int[2]), hit);
    }

    private static void add(int[] counts, boolean hit) {
        counts[0] += hit ? 1 : 0;
        counts[1]++;
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        found.forEach((slice, counts) -> figures.add(figure(
                slice,
                Measure.FACES,
                counts,
                slice.equals("all") ? Optional.of(new Goal(GOAL, false)) : Optional.empty())));
        others.forEach((measure, counts) -> figures.add(figure("all", measure, counts, Optional.empty())));
        return List.copyOf(figures);
    }

    private static Figure figure(String slice, Measure measure, int[] counts, Optional<Goal> goal) {
        return new Figure(CORPUS, "", slice, "", measure, new Rate(counts[0], counts[1]), goal);
    }
}
