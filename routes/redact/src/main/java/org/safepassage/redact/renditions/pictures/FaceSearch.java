package org.safepassage.redact.renditions.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// Finds faces in a picture: one detector over tiles and sizes, upright and lying, and the votes of others. Whatever
/// one of them takes for a face with some reason is covered; where they disagree, a person looks too.
/// For one thread.
final class FaceSearch {
    /// From here on the first detector is right nearly always.
    private static final double SURE = 0.5;
    /// The same for lying faces, which are rarer than what looks like them.
    private static final double LYING_SURE = 0.65;
    /// A lying face from here on is covered, and a person looks too.
    private static final double LYING_WEAK = 0.5;
    /// Below this it sees faces in everything.
    private static final double WEAK = 0.4;
    /// Half-hidden and blurred faces go down to this; it counts only where another detector agrees.
    private static final double FAINT = 0.2;
    /// From here on another detector's word alone counts.
    private static final double VOTE = 0.65;
    /// Another detector agrees.
    private static final double AGREES = 0.5;
    /// Smaller than this, in pixels, weak sightings of one detector are noise. A face of 24 pixels from temple to
    /// temple
    /// is reported as 20.
    private static final double LEAST_SIDE = 20;
    /// In films lying faces are searched at this share of a frame's size first: a quarter of the work.
    private static final double LYING_IN_FILMS = 0.5;

    /// A picture of at most so many pixels is searched enlarged as well: its small faces are all that it shows.
    private static final long SMALL_PICTURE = 1_000_000;

    private static final double ENLARGED = 1.5;

    /// Longest side of a picture that is only glanced at.
    private static final int GLANCE = 960;

    /// Of so many faces some are always missed.
    private static final int CROWD = 8;

    /// A picture of more pixels is searched smaller, and a person looks too.
    private final long largest;

    private final Tiles first;
    private final List<Tiles> voters;

    /// What another detector sees; at each size anew.
    private record Votes(String detector, List<Sighting> seen) {
        Votes agreeing(Sighting face) {
            return new Votes(
                    detector, seen.stream().filter(vote -> same(face, vote)).toList());
        }
    }

    private FaceSearch(long largest, Tiles first, List<Tiles> voters) {
        this.largest = largest;
        this.first = first;
        this.voters = List.copyOf(voters);
    }

    /// With the models that come along, and the operator's own if the settings name one.
    ///
    /// @throws IOException when a model is missing or cannot be used
    static FaceSearch of(PictureSettings settings) throws IOException {
        opencv_core.setNumThreads(1);
        var voters = new ArrayList<Tiles>();
        voters.add(new Tiles(new BlazeFace(BlazeFace.Model.SHORT_RANGE), 0.5, 0.5));
        if (!settings.faceModel().isEmpty()) {
            voters.add(new Tiles(YuNet.open(Path.of(settings.faceModel())), 0.33, 0.5));
        }
        return new FaceSearch(
                settings.facePixels(), new Tiles(new BlazeFace(BlazeFace.Model.FULL_RANGE), 0.33, 0.5), voters);
    }

    /// Adds what it finds in a photograph to `findings`.
    void search(BufferedImage picture, Findings findings) {
        long size = (long) picture.getWidth() * picture.getHeight();
        List<Double> scales = size <= SMALL_PICTURE ? List.of(1.0, ENLARGED) : List.of(1.0);
        if (size <= largest) {
            try (Mat pixels = pixels(picture)) {
                search(pixels, scales, 1.0, findings);
            }
        } else {
            searchSmaller(picture, Math.sqrt((double) largest / size), findings);
        }
    }

    private void searchSmaller(BufferedImage picture, double scale, Findings findings) {
        var found = new Findings();
        try (Mat smaller = smaller(picture, scale)) {
            search(smaller, List.of(1.0), 1.0, found);
        }
        found.regions().forEach(region -> findings.cover(region.times(1 / scale)));
        found.doubts().forEach(findings::doubt);
        findings.doubt(Doubt.LARGE_PICTURE);
    }

    /// Adds what it finds in a frame of a film to `findings`: never enlarged, since the next frame shows it again.
    void searchFrame(BufferedImage frame, Findings findings) {
        try (Mat pixels = pixels(frame)) {
            search(pixels, List.of(1.0), LYING_IN_FILMS, findings);
        }
    }

    private void search(Mat pixels, List<Double> scales, double lyingScale, Findings findings) {
        var seen = new ArrayList<Sighting>();
        for (double scale : scales) {
            seen.addAll(first.search(pixels, scale, FAINT));
        }
        List<Votes> votes = votes(pixels, scales);
        List<Sighting> lying = lying(pixels, lyingScale);
        seen.addAll(lying.stream().filter(face -> face.score() >= LYING_SURE).toList());
        List<Sighting> faces = Tiles.each(seen);
        if (faces.stream().filter(FaceSearch::isSure).count() >= CROWD) {
            findings.doubt(Doubt.CROWD);
        }
        faces.forEach(face -> weigh(face, votes, findings));
        for (Sighting face : lying) {
            if (isLarge(face) && faces.stream().noneMatch(other -> same(other, face))) {
                findings.cover(face.head(first.name()));
                findings.doubt(Doubt.FACE_UNSURE);
            }
        }
        for (Votes each : votes) {
            for (Sighting vote : Tiles.each(each.seen())) {
                if (vote.score() >= VOTE && isLarge(vote) && faces.stream().noneMatch(face -> same(face, vote))) {
                    findings.cover(vote.head(each.detector()));
                    findings.doubt(Doubt.DETECTORS_DISAGREE);
                }
            }
        }
    }

    private List<Votes> votes(Mat pixels, List<Double> scales) {
        var votes = new ArrayList<Votes>();
        for (Tiles voter : voters) {
            var seen = new ArrayList<Sighting>();
            for (double scale : scales) {
                seen.addAll(voter.search(pixels, scale, AGREES));
            }
            votes.add(new Votes(voter.name(), seen));
        }
        return votes;
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

    private void weigh(Sighting face, List<Votes> votes, Findings findings) {
        List<Votes> agreeing = votes.stream()
                .map(each -> each.agreeing(face))
                .filter(each -> !each.seen().isEmpty())
                .toList();
        boolean agreed = !agreeing.isEmpty();
        boolean sure = isSure(face);
        if (!sure && !agreed && (!isLarge(face) || face.score() < WEAK)) {
            return;
        }
        String detectors = Stream.concat(
                        Stream.of(first.name()), agreeing.stream().map(Votes::detector))
                .collect(Collectors.joining("+"));
        findings.cover(face.head(detectors));
        if (!sure) {
            // What is half hidden lies askew in the boxes: both are covered.
            agreeing.forEach(each -> each.seen().forEach(vote -> findings.cover(vote.head(each.detector()))));
        }
        if (!sure && (!agreed || face.score() < WEAK)) {
            findings.doubt(Doubt.FACE_UNSURE);
        }
    }

    private List<Sighting> lying(Mat pixels, double scale) {
        var seen = new ArrayList<Sighting>();
        for (int quarters = 1; quarters <= 3; quarters++) {
            try (var turned = new Mat()) {
                opencv_core.rotate(pixels, turned, quarters - 1);
                for (Sighting face : first.search(turned, scale, LYING_WEAK)) {
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

    private static Mat smaller(BufferedImage picture, double scale) {
        var smaller = new Mat();
        try (Mat pixels = pixels(picture);
                var none = new Size()) {
            opencv_imgproc.resize(pixels, smaller, none, scale, scale, opencv_imgproc.INTER_AREA);
        }
        return smaller;
    }

    private static Mat pixels(BufferedImage picture) {
        byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        var pixels = new Mat(picture.getHeight(), picture.getWidth(), opencv_core.CV_8UC3);
        pixels.data().put(bytes, 0, bytes.length);
        return pixels;
    }
}
