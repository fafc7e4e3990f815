package org.safepassage.redact.renditions.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// Finds faces in a picture: one detector over tiles and sizes, upright and lying, and the vote of a second one.
/// Whatever either of them takes for a face with some reason is covered; where they disagree, a person looks too.
/// For one thread.
final class FaceSearch {
    /// From here on the first detector is right nearly always.
    private static final double SURE = 0.5;
    /// The same for lying faces, which are rarer than what looks like them.
    private static final double LYING_SURE = 0.65;
    /// Below this it sees faces in everything.
    private static final double WEAK = 0.4;
    /// Half-hidden and blurred faces go down to this; it counts only where the second detector agrees.
    private static final double FAINT = 0.2;
    /// From here on the second detector's word alone counts.
    private static final double VOTE = 0.65;
    /// The second detector agrees.
    private static final double AGREES = 0.5;
    /// Smaller than this, in pixels, weak sightings are noise.
    private static final double LEAST_SIDE = 24;
    /// Lying faces are searched at this share of the picture's size first: a quarter of the work.
    private static final double LYING_SCALE = 0.5;

    /// A picture of at most so many pixels is searched enlarged as well: its small faces are all that it shows.
    private static final long SMALL_PICTURE = 1_000_000;

    private static final double ENLARGED = 1.5;

    /// Longest side of a picture that is only glanced at.
    private static final int GLANCE = 960;

    /// Of so many faces some are always missed.
    private static final int CROWD = 8;

    private final Tiles first;
    private final Tiles second;

    /// @throws IOException when a model is missing
    FaceSearch() throws IOException {
        opencv_core.setNumThreads(1);
        this.first = new Tiles(new BlazeFace(BlazeFace.Model.FULL_RANGE), 0.33, 0.5);
        this.second = new Tiles(new BlazeFace(BlazeFace.Model.SHORT_RANGE), 0.5, 0.5);
    }

    /// Adds what it finds in a photograph to `findings`.
    void search(BufferedImage picture, Findings findings) {
        boolean small = (long) picture.getWidth() * picture.getHeight() <= SMALL_PICTURE;
        search(picture, small ? List.of(1.0, ENLARGED) : List.of(1.0), findings);
    }

    /// Adds what it finds in a frame of a film to `findings`: never enlarged, since the next frame shows it again.
    void searchFrame(BufferedImage frame, Findings findings) {
        search(frame, List.of(1.0), findings);
    }

    private void search(BufferedImage picture, List<Double> scales, Findings findings) {
        try (Mat pixels = pixels(picture)) {
            var seen = new ArrayList<Sighting>();
            var votes = new ArrayList<Sighting>();
            for (double scale : scales) {
                seen.addAll(first.search(pixels, scale, FAINT));
                votes.addAll(second.search(pixels, scale, AGREES));
            }
            seen.addAll(lying(pixels));
            List<Sighting> faces = Tiles.each(seen);
            if (faces.stream().filter(FaceSearch::isSure).count() >= CROWD) {
                findings.doubt(Doubt.CROWD);
            }
            faces.forEach(face -> weigh(face, votes, findings));
            for (Sighting vote : Tiles.each(votes)) {
                if (vote.score() >= VOTE && isLarge(vote) && faces.stream().noneMatch(face -> same(face, vote))) {
                    findings.cover(region(vote, "blazeface-short"));
                    findings.doubt(Doubt.DETECTORS_DISAGREE);
                }
            }
        }
    }

    /// Adds upright faces that the first detector sees in a picture of at most [#GLANCE] pixels a side.
    void glance(BufferedImage picture, Findings findings) {
        double scale = Math.min(1, (double) GLANCE / Math.max(picture.getWidth(), picture.getHeight()));
        try (Mat pixels = pixels(picture)) {
            for (Sighting face : first.search(pixels, scale, WEAK)) {
                weigh(face, List.of(), findings);
            }
        }
    }

    private static void weigh(Sighting face, List<Sighting> votes, Findings findings) {
        List<Sighting> agreeing =
                votes.stream().filter(vote -> same(face, vote)).toList();
        boolean agreed = !agreeing.isEmpty();
        boolean sure = isSure(face);
        if (!sure && (!isLarge(face) || (!agreed && face.score() < WEAK))) {
            return;
        }
        findings.cover(region(face, agreed ? "blazeface-full+blazeface-short" : "blazeface-full"));
        if (!sure) {
            // What is half hidden lies askew in the boxes: both are covered.
            agreeing.forEach(vote -> findings.cover(region(vote, "blazeface-short")));
        }
        if (!sure && (!agreed || face.score() < WEAK)) {
            findings.doubt(Doubt.FACE_UNSURE);
        }
    }

    private List<Sighting> lying(Mat pixels) {
        var seen = new ArrayList<Sighting>();
        for (int quarters = 1; quarters <= 3; quarters++) {
            try (var turned = new Mat()) {
                opencv_core.rotate(pixels, turned, quarters - 1);
                for (Sighting face : first.search(turned, LYING_SCALE, LYING_SURE)) {
                    seen.add(face.turnedBack(quarters, turned.cols(), turned.rows()));
                }
            }
        }
        return seen;
    }

    private static boolean same(Sighting face, Sighting vote) {
        return face.overlap(vote) > 0.2 || face.nested(vote) > 0.6;
    }

    private static boolean isSure(Sighting face) {
        return face.score() >= SURE;
    }

    private static boolean isLarge(Sighting face) {
        return Math.min(face.width(), face.height()) >= LEAST_SIDE;
    }

    /// With hair, ears and chin: the models report from brows to mouth.
    private static Region region(Sighting face, String detector) {
        return new Region(
                        Region.Kind.FACE,
                        (int) Math.floor(face.x()),
                        (int) Math.floor(face.y()),
                        (int) Math.ceil(face.width()),
                        (int) Math.ceil(face.height()),
                        Math.round(face.score() * 100) / 100.0,
                        detector)
                .with(0.25, 0.4, 0.25);
    }

    private static Mat pixels(BufferedImage picture) {
        byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        var pixels = new Mat(picture.getHeight(), picture.getWidth(), opencv_core.CV_8UC3);
        pixels.data().put(bytes, 0, bytes.length);
        return pixels;
    }
}
