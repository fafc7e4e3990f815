package org.safepassage.redact.renditions.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.BitSet;
import java.util.List;

/// Paints regions with one colour, so that nothing of what was there can be computed from what is.
final class Cover {
    private static final int CHANNELS = 3;

    private Cover() {}

    /// @param picture changed in place
    /// @param regions inside the picture
    /// @return the share of all pixels that are another than before
    static double cover(BufferedImage picture, List<Region> regions) {
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        int width = picture.getWidth();
        var changed = new BitSet(width * picture.getHeight());
        for (Region region : regions) {
            for (int y = region.y(); y < region.bottom(); y++) {
                for (int x = region.x(); x < region.right(); x++) {
                    int at = y * width + x;
                    if ((pixels[at * CHANNELS] | pixels[at * CHANNELS + 1] | pixels[at * CHANNELS + 2]) != 0) {
                        changed.set(at);
                        pixels[at * CHANNELS] = 0;
                        pixels[at * CHANNELS + 1] = 0;
                        pixels[at * CHANNELS + 2] = 0;
                    }
                }
            }
        }
        return changed.cardinality() / ((double) width * picture.getHeight());
    }
}
