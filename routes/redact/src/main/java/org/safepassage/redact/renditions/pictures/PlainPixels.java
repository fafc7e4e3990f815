package org.safepassage.redact.renditions.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.util.List;

/// One form for all pictures: three channels of 8 bits, opaque. What lies under transparent pixels is gone, since
/// nobody who looks at the picture sees it.
final class PlainPixels {
    private PlainPixels() {}

    /// @param conversions takes words for what changes every pixel
    static BufferedImage of(BufferedImage read, List<String> conversions) {
        if (read.getType() == BufferedImage.TYPE_3BYTE_BGR && read.getRaster().getParent() == null) {
            return read;
        }
        ColorModel model = read.getColorModel();
        int deepest = 0;
        for (int bits : model.getComponentSize()) {
            deepest = Math.max(deepest, bits);
        }
        if (deepest > Byte.SIZE) {
            conversions.add(deepest + "-bit");
        }
        if (model.hasAlpha()) {
            conversions.add("transparency");
        }
        boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        if (!grey && !model.getColorSpace().isCS_sRGB()) {
            conversions.add("colour-space");
        }
        var plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        if (grey && !model.hasAlpha()) {
            shades(read.getRaster(), model.getComponentSize(0), plain);
            return plain;
        }
        Graphics2D graphics = plain.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        graphics.drawImage(read, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    /// Shades as they are stored: Java would take them for linear light and brighten them.
    private static void shades(Raster raster, int bits, BufferedImage plain) {
        int most = (1 << bits) - 1;
        int[] row = new int[raster.getWidth()];
        int[] colours = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                int shade = bits == Byte.SIZE ? row[x] : (int) ((long) row[x] * 255 / most);
                colours[x] = shade * 0x01_01_01;
            }
            plain.setRGB(0, y, row.length, 1, colours, 0, row.length);
        }
    }
}
