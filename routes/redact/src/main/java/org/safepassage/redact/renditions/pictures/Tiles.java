package org.safepassage.redact.renditions.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Shows a picture to a detector in overlapping tiles and at several sizes, from the largest down to one tile for
/// the whole, so that near and far faces come at the size that the detector knows.
final class Tiles {
    /// Sightings of one face overlap by more than this.
    private static final double SAME = 0.3;

    private static final double NESTED = 0.7;

    private final FaceDetector detector;
    private final double overlap;
    private final double step;

    /// @param overlap share of a tile that its neighbour shows too: a face as large as that is whole on one of them
    /// @param step each size is this share of the one before
    Tiles(FaceDetector detector, double overlap, double step) {
        this.detector = detector;
        this.overlap = overlap;
        this.step = step;
    }

    /// Name of the detector.
    String name() {
        return detector.name();
    }

    /// Every face once, surest first, in pixels of the picture.
    ///
    /// @param scale the first size, 1 for the picture's own
    List<Sighting> search(Mat picture, double scale, double leastScore) {
        var seen = new ArrayList<Sighting>();
        double size = scale;
        while (true) {
            int width = (int) Math.round(picture.cols() * size);
            int height = (int) Math.round(picture.rows() * size);
            if (Math.min(width, height) < 1) {
                break;
            }
            try (Mat scaled = scaled(picture, width, height)) {
                tiles(scaled, size, leastScore, seen);
            }
            if (Math.max(width, height) <= detector.side()) {
                break;
            }
            size *= step;
        }
        return each(seen);
    }

    /// One of those that show the same, surest first.
    static List<Sighting> each(List<Sighting> seen) {
        var kept = new ArrayList<Sighting>();
        seen.stream()
                .sorted(Comparator.comparingDouble(Sighting::score).reversed())
                .filter(face ->
                        kept.stream().noneMatch(other -> face.overlap(other) > SAME || face.nested(other) > NESTED))
                .forEach(kept::add);
        return kept;
    }

    /// At this size, on a black ground of at least one tile.
    private Mat scaled(Mat picture, int width, int height) {
        int right = Math.max(0, detector.side() - width);
        int below = Math.max(0, detector.side() - height);
        var padded = new Mat();
        try (var resized = new Mat();
                var size = new Size(width, height);
                var black = new Scalar(0, 0, 0, 0)) {
            opencv_imgproc.resize(picture, resized, size, 0, 0, opencv_imgproc.INTER_AREA);
            opencv_core.copyMakeBorder(resized, padded, 0, below, 0, right, opencv_core.BORDER_CONSTANT, black);
        }
        return padded;
    }

    private void tiles(Mat scaled, double size, double leastScore, List<Sighting> seen) {
        int side = detector.side();
        int stride = (int) (side * (1 - overlap));
        for (int y : starts(scaled.rows(), side, stride)) {
            for (int x : starts(scaled.cols(), side, stride)) {
                try (var place = new Rect(x, y, side, side);
                        Mat tile = new Mat(scaled, place)) {
                    for (Sighting face : detector.look(tile, leastScore)) {
                        seen.add(new Sighting(
                                (x + face.x()) / size,
                                (y + face.y()) / size,
                                face.width() / size,
                                face.height() / size,
                                face.score()));
                    }
                }
            }
        }
    }

    private static int[] starts(int length, int side, int stride) {
        int count = (int) Math.ceil((length - side) / (double) stride) + 1;
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = Math.min(i * stride, length - side);
        }
        return starts;
    }
}
