package org.safepassage.redact.evaluation.faces;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safepassage.redact.renditions.pictures.Region;

/// A face in a scene: the oval between hairline, chin and temples.
///
/// @param place takes the circle of radius 1 around the origin to the oval
/// @param width of the face before it was turned, in pixels: the shorter side of its box
/// @param traits what makes it hard
record ShownFace(AffineTransform place, double width, Set<Trait> traits) {
    /// Steps from the oval's middle to its edge.
    private static final int STEPS = 10;
    /// Who sees a tenth of a face at its edge does not see who it is.
    private static final double COVERED = 0.9;

    /// What makes a face hard to find. Small faces are 24 to 48 pixels wide.
    enum Trait {
        SMALL,
        TURNED,
        DARK,
        BLURRED,
        HALF_HIDDEN,
        CROWD;

        /// As figures name it.
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    ShownFace {
        traits = Set.copyOf(traits);
    }

    /// The same in a picture that was moved.
    ShownFace moved(AffineTransform by) {
        var moved = new AffineTransform(by);
        moved.concatenate(place);
        return new ShownFace(moved, width, traits);
    }

    /// Whether at least nine tenths of it lie under regions.
    boolean isCovered(List<Region> regions) {
        return shareUnder(regions) >= COVERED;
    }

    /// The share of it that lies under regions, 0 to 1.
    double shareUnder(List<Region> regions) {
        int all = 0;
        int under = 0;
        for (int y = -STEPS; y <= STEPS; y++) {
            for (int x = -STEPS; x <= STEPS; x++) {
                if (x * x + y * y <= STEPS * STEPS) {
                    Point2D point = place.transform(new Point2D.Double(x / (double) STEPS, y / (double) STEPS), null);
                    all++;
                    under += regions.stream().anyMatch(region -> contains(region, point)) ? 1 : 0;
                }
            }
        }
        return under / (double) all;
    }

    private static boolean contains(Region region, Point2D point) {
        return point.getX() >= region.x()
                && point.getY() >= region.y()
                && point.getX() < region.x() + region.width()
                && point.getY() < region.y() + region.height();
    }
}
