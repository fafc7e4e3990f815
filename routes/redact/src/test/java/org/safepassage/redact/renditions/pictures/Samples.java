package org.safepassage.redact.renditions.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures that were never taken, and one with a face that a test package carries.
final class Samples {
    static final String SECRET = "Vydumanava Alesia";
    /// Where the face is in [#face()].
    static final Rectangle FACE = new Rectangle(170, 55, 60, 75);

    private Samples() {}

    /// 320 by 213 pixels, one face.
    static byte[] face() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Samples.class.getResourceAsStream("/org/openimaj/image/data/sinaface.jpg"))) {
            return in.readAllBytes();
        }
    }

    /// A wall with soft noise.
    static BufferedImage wall(int width, int height) {
        var wall = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var random = new Random(11);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int shade = 150 + random.nextInt(6);
                wall.setRGB(x, y, new Color(shade, shade - 10, shade - 20).getRGB());
            }
        }
        return wall;
    }

    /// Writes large dark print on a white plate and tells where the letters stand.
    static Rectangle plate(BufferedImage picture, String text, int x, int y) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setFont(new Font("DejaVu Sans", Font.BOLD, 48));
        var metrics = graphics.getFontMetrics();
        int width = metrics.stringWidth(text);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(x - 20, y - 70, width + 40, 100);
        graphics.setColor(Color.BLACK);
        graphics.drawString(text, x, y);
        graphics.dispose();
        return new Rectangle(x, y - 35, width, 35);
    }

    static byte[] written(BufferedImage picture, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, out)) {
            throw new IOException("no writer of " + format);
        }
        return out.toByteArray();
    }

    /// Two pictures in one file: pages of a TIFF, frames of a GIF.
    static byte[] two(String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 2; i++) {
                writer.writeToSequence(
                        new IIOImage(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /// A JPEG of four inks, the same everywhere.
    static byte[] cmyk(int... inks) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                raster.setPixel(x, y, inks);
            }
        }
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /// One pixel, lossless.
    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /// A PNG that claims this size and has nothing to show for it.
    static byte[] bomb(int width, int height) {
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                chunk("IHDR", head),
                chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
                chunk("IEND", new byte[0]));
    }

    /// The PNG with this chunk behind its head.
    static byte[] withChunk(byte[] png, String type, byte[] payload) {
        return joined(Arrays.copyOf(png, 33), chunk(type, payload), Arrays.copyOfRange(png, 33, png.length));
    }

    /// The JPEG with Exif notes: how it is turned, a name, a day, and a thumbnail that is the picture itself.
    static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] secret = (SECRET + "\0").getBytes(StandardCharsets.ISO_8859_1);
        byte[] day = "2024:05:17 10:11:12\0".getBytes(StandardCharsets.ISO_8859_1);
        int main = 8;
        int sub = main + 2 + 3 * 12 + 4;
        int values = sub + 2 + 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(values + day.length + secret.length);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(main).putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x013B, 2, secret.length, values + day.length);
        entry(tiff, 0x8769, 4, 1, sub);
        tiff.putInt(0).putShort((short) 1);
        entry(tiff, 0x9003, 2, day.length, values);
        tiff.putInt(0).put(day).put(secret);
        byte[] payload = joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff.array());
        int length = payload.length + 2;
        byte[] segment = joined(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length}, payload);
        return joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] chunk(String type, byte[] payload) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(name);
        sum.update(payload);
        return joined(number(payload.length), name, payload, number((int) sum.getValue()));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }
}
