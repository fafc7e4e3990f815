package org.safepassage.redact.evaluation.faces;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/// What bad light and bad lenses do to a picture of type [BufferedImage#TYPE_3BYTE_BGR]. Stateless.
final class Light {
    private static final int CHANNELS = 3;
    private static final double GRAIN = 4;

    private Light() {}

    /// Darker, with the grain of a camera in the dark; in place.
    ///
    /// @param share of the light that stays
    static void darken(BufferedImage picture, double share, Random chance) {
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            double dark = (pixels[i] & 0xFF) * share + GRAIN * chance.nextGaussian();
            pixels[i] = (byte) Math.clamp(Math.round(dark), 0, 255);
        }
    }

    /// Out of focus: three means over squares come close to a Gaussian.
    ///
    /// @param radius in pixels; less than a half changes nothing
    static BufferedImage blurred(BufferedImage picture, double radius) {
        int reach = (int) Math.round(radius);
        BufferedImage blurred = picture;
        for (int round = 0; round < 3 && reach > 0; round++) {
            blurred = meaned(meaned(blurred, reach, true), reach, false);
        }
        return blurred;
    }

    private static BufferedImage meaned(BufferedImage picture, int reach, boolean across) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] from = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        var meaned = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] to = ((DataBufferByte) meaned.getRaster().getDataBuffer()).getData();
        int length = across ? width : height;
        int step = CHANNELS * (across ? 1 : width);
        for (int line = 0; line < (across ? height : width); line++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                int start = line * CHANNELS * (across ? width : 1) + channel;
                for (int at = 0; at < length; at++) {
                    int sum = 0;
                    for (int near = -reach; near <= reach; near++) {
                        sum += from[start + Math.clamp(at + near, 0, length - 1) * step] & 0xFF;
                    }
                    to[start + at * step] = (byte) (sum / (2 * reach + 1));
                }
            }
        }
        return meaned;
    }
}
