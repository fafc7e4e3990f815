package org.safepassage.redact.renditions.pages;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A page as grey pixels, 0 for black, row by row from the top. Not safe to share while it is painted.
final class PagePicture {
    private static final int MOST_PIXELS = 20_000_000;
    static final byte WHITE = (byte) 0xff;

    private final int width;
    private final int height;
    private final byte[] pixels;

    private PagePicture(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    static PagePicture of(BufferedImage grey) {
        return new PagePicture(
                grey.getWidth(),
                grey.getHeight(),
                ((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
    }

    /// White paper of the same size.
    PagePicture blank() {
        byte[] paper = new byte[pixels.length];
        Arrays.fill(paper, WHITE);
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

    void set(int x, int y, int grey) {
        pixels[y * width + x] = (byte) grey;
    }

    BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    /// As a portable grey map: nothing to compress and nothing to unpack.
    void writeTo(Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(("P5 " + width + " " + height + " 255\n").getBytes(StandardCharsets.US_ASCII));
            out.write(pixels);
        }
    }

    /// A map as [#writeTo] writes it, and no other.
    ///
    /// @throws IOException when it is none, or larger than a page
    static PagePicture read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
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
}
