package org.safepassage.redact.renditions.video;

import java.awt.Rectangle;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;

/// Finds what one frame shows at a place in a neighbouring frame, by the best match of its brightness (normalised
/// correlation) in the neighbourhood.
final class Following {
    /// Below this, what matches best is something else.
    private static final double ALIKE = 0.6;
    /// Least size of what is compared, in pixels of the small frames: less would match anything.
    private static final int LEAST = 12;
    /// How far it may have moved: this share of its size, and some pixels.
    private static final double FAR = 0.6;

    private static final int FAR_PIXELS = 12;

    private Following() {}

    /// @param before brightness of the frame that shows it, perhaps smaller than the frame
    /// @param after brightness of the other frame, of the same size
    /// @param scale of these to the frame
    /// @param box in pixels of the frame
    /// @return the place in the other frame; empty when nothing there is like it
    static Optional<Rectangle> follow(Mat before, Mat after, double scale, Rectangle box) {
        var edges = new Rectangle(before.cols(), before.rows());
        var small = new Rectangle(
                (int) Math.floor(box.x * scale),
                (int) Math.floor(box.y * scale),
                (int) Math.ceil(box.width * scale),
                (int) Math.ceil(box.height * scale));
        small.grow(Math.max(0, (LEAST - small.width + 1) / 2), Math.max(0, (LEAST - small.height + 1) / 2));
        Rectangle shown = small.intersection(edges);
        if (shown.width < LEAST || shown.height < LEAST) {
            return Optional.empty();
        }
        var wide = new Rectangle(shown);
        wide.grow((int) (shown.width * FAR) + FAR_PIXELS, (int) (shown.height * FAR) + FAR_PIXELS);
        Rectangle around = wide.intersection(edges);
        try (var shownRect = new Rect(shown.x, shown.y, shown.width, shown.height);
                var aroundRect = new Rect(around.x, around.y, around.width, around.height);
                var pattern = new Mat(before, shownRect);
                var field = new Mat(after, aroundRect);
                var match = new Mat();
                var best = new DoublePointer(1);
                var place = new Point()) {
            opencv_imgproc.matchTemplate(field, pattern, match, opencv_imgproc.TM_CCOEFF_NORMED);
            opencv_core.minMaxLoc(match, null, best, null, place, null);
            // A plain wall correlates with nothing: its quotient is no number, or boundless.
            if (!(best.get() >= ALIKE && best.get() <= 1.01)) {
                return Optional.empty();
            }
            var moved = new Rectangle(box);
            moved.translate((int) Math.round((around.x + place.x() - shown.x) / scale), (int)
                    Math.round((around.y + place.y() - shown.y) / scale));
            return Optional.of(moved);
        }
    }
}
