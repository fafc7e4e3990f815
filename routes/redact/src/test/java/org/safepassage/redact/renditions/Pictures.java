package org.safepassage.redact.renditions;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures that were never taken, and parts to plant in them.
final class Pictures {
    static final String SECRET = "Vydumanava Alesia";

    private Pictures() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static BufferedImage painted() {
        var image = new BufferedImage(67, 41, BufferedImage.TYPE_INT_RGB);
        var random = new Random(5);
        for (int x = 0; x < 67; x++) {
            for (int y = 0; y < 41; y++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    static byte[] jpeg(boolean progressive) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(painted(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(painted(), "png", bytes);
        return bytes.toByteArray();
    }

    static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /// A JPEG segment.
    static byte[] segment(int marker, byte[] payload) {
        int length = payload.length + 2;
        return joined(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, payload);
    }

    /// The JPEG with these parts right after its first marker.
    static byte[] withSegments(byte[] jpeg, byte[]... parts) {
        return joined(
                java.util.Arrays.copyOf(jpeg, 2), joined(parts), java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /// The profile of sRGB, whose description says the secret in place of its own words.
    static byte[] profile() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        String text = new String(profile, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("desc", 300);
        System.arraycopy(ascii("Secret"), 0, profile, at + 12, 6);
        return profile;
    }

    /// A PNG chunk.
    static byte[] chunk(String type, byte[] payload) {
        var sum = new CRC32();
        sum.update(ascii(type));
        sum.update(payload);
        return joined(number(payload.length), ascii(type), payload, number((int) sum.getValue()));
    }

    /// The PNG with these chunks after its head.
    static byte[] withChunks(byte[] png, byte[]... chunks) {
        return joined(
                java.util.Arrays.copyOf(png, 33), joined(chunks), java.util.Arrays.copyOfRange(png, 33, png.length));
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /// A box of a video.
    static byte[] box(String type, byte[]... parts) {
        byte[] body = joined(parts);
        return joined(number(body.length + 8), ascii(type), body);
    }
}
