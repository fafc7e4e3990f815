package org.safepassage.redact.evaluation.faces;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// Cuts heads out of photographs. Stateless.
final class Heads {
    /// Share of a side over which a cutting fades into its ground.
    private static final double FADE = 0.12;

    private Heads() {}

    /// A part of a picture that fades at its edges.
    static BufferedImage feathered(BufferedImage picture, Rectangle part) {
        var cut = new BufferedImage(part.width, part.height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < part.height; y++) {
            for (int x = 0; x < part.width; x++) {
                double edge = Math.min(nearness(x, part.width), nearness(y, part.height));
                int opaque = (int) Math.round(255 * Math.min(1, edge / FADE));
                cut.setRGB(x, y, (picture.getRGB(part.x + x, part.y + y) & 0xFFFFFF) | (opaque << 24));
            }
        }
        return cut;
    }

    private static double nearness(int at, int length) {
        return Math.min(at + 0.5, length - at - 0.5) / length;
    }

    /// Halved until at most a half is left to shrink, since drawing much smaller at once would drop pixels.
    static BufferedImage shrunk(BufferedImage picture, double scale) {
        BufferedImage small = picture;
        for (double left = scale; left <= 0.5; left *= 2) {
            int width = Math.max(1, small.getWidth() / 2);
            int height = Math.max(1, small.getHeight() / 2);
            var half = new BufferedImage(width, height, small.getType());
            Graphics2D graphics = half.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(small, 0, 0, width, height, null);
            graphics.dispose();
            small = half;
        }
        return small;
    }

    /// By how much [#shrunk] shrinks for this scale.
    static double left(double scale) {
        double shrunk = 1;
        for (double left = scale; left <= 0.5; left *= 2) {
            shrunk /= 2;
        }
        return shrunk;
    }
}
