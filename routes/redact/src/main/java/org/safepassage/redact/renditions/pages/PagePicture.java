package org.safepassage.redact.renditions.pages;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A page as grey pixels, 0 for black, row by row from the top. The lowest bit of a pixel tells that it was coloured,
/// as ink of pens and stamps is and print is not; in a grey it is no difference that anybody sees. Not safe to share
/// while it is painted.
final class PagePicture {
    private static final int MOST_PIXELS = 20_000_000;
    /// Sixteen shades: enough to read, and nothing faint survives.
    private static final int SHADE = 0xf0;
    private static final int COLOURED = 1;
    /// Difference between the strongest and the weakest of red, green and blue from which a pixel is coloured.
    private static final int CHROMA = 56;

    private final int width;
    private final int height;
    private final byte[] pixels;

    private PagePicture(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /// The page that a picture in any colours shows (luma of ITU-R BT.601).
    static PagePicture of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int red = (row[x] >> 16) & 0xff;
                int green = (row[x] >> 8) & 0xff;
                int blue = row[x] & 0xff;
                int grey = (299 * red + 587 * green + 114 * blue) / 1000;
                int chroma = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
                pixels[y * width + x] = (byte) ((grey & ~COLOURED) | (chroma >= CHROMA ? COLOURED : 0));
            }
        }
        return new PagePicture(width, height, pixels);
    }

    /// White paper of the same size.
    PagePicture blank() {
        byte[] paper = new byte[pixels.length];
        Arrays.fill(paper, (byte) 0xff);
        return new PagePicture(width, height, paper);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    boolean isColoured(int x, int y) {
        return (pixels[y * width + x] & COLOURED) != 0;
    }

    /// One of sixteen shades from black to white.
    int shade(int x, int y) {
        return (pixels[y * width + x] & SHADE) / 16 * 17;
    }

    void set(int x, int y, int grey) {
        pixels[y * width + x] = (byte) grey;
    }

    /// The pixels as a PDF holds them (zlib, RFC 1950).
    byte[] deflated() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(out)) {
            packing.write(pixels);
        }
        return out.toByteArray();
    }

    /// The page in sixteen shades, compressed.
    byte[] packed() throws IOException {
        byte[] shades = new byte[pixels.length];
        for (int i = 0; i < shades.length; i++) {
            shades[i] = (byte) (pixels[i] & (SHADE | COLOURED));
        }
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            new PagePicture(width, height, shades).write(packing);
        }
        return out.toByteArray();
    }

    /// A page that [#packed] gave.
    ///
    /// @throws IOException when it is none
    static PagePicture unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            return read(in);
        }
    }

    /// As a portable grey map: nothing to compress and nothing to unpack.
    void writeTo(Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(out);
        }
    }

    private void write(OutputStream out) throws IOException {
        out.write(("P5 " + width + " " + height + " 255\n").getBytes(StandardCharsets.US_ASCII));
        out.write(pixels);
    }

    /// A map as [#writeTo] writes it, and no other.
    ///
    /// @throws IOException when it is none, or larger than a page
    static PagePicture read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return read(in);
        }
    }

    private static PagePicture read(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int c = in.read(); c > 0 && c != '\n' && head.length() < 40; c = in.read()) {
            head.append((char) c);
        }
        String[] words = head.toString().split(" ");
        if (words.length != 4 || !head.toString().matches("P5 [1-9]\\d{0,5} [1-9]\\d{0,5} 255")) {
            throw new IOException("not a page as it was drawn");
        }
        int width = Integer.parseInt(words[1]);
        int height = Integer.parseInt(words[2]);
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("too many pixels for a page");
        }
        byte[] pixels = in.readNBytes(width * height);
        if (pixels.length != width * height) {
            throw new IOException("a page was cut short");
        }
        return new PagePicture(width, height, pixels);
    }
}
