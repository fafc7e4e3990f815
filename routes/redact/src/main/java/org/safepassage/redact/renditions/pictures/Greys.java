package org.safepassage.redact.renditions.pictures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A picture in shades of grey at another size.
///
/// @param shades row by row from the top
@SuppressWarnings("ArrayRecordComponent")
record Greys(int width, int height, byte[] shades) {
    static Greys of(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        byte[] colours = ((DataBufferByte) scaled.getRaster().getDataBuffer()).getData();
        byte[] shades = new byte[width * height];
        for (int i = 0; i < shades.length; i++) {
            int blue = colours[i * 3] & 0xFF;
            int green = colours[i * 3 + 1] & 0xFF;
            int red = colours[i * 3 + 2] & 0xFF;
            // ITU-R BT.601
            shades[i] = (byte) ((299 * red + 587 * green + 114 * blue) / 1000);
        }
        return new Greys(width, height, shades);
    }

    /// As a portable grey map: nothing to compress and nothing to unpack.
    void writeTo(OutputStream out) throws IOException {
        out.write(("P5 " + width + " " + height + " 255\n").getBytes(StandardCharsets.US_ASCII));
        out.write(shades);
    }
}
