package org.safepassage.rehearsal.sample.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.safepassage.rehearsal.sample.Dice;

/// Writes PNG with the author in a tEXt chunk when its letters are Latin-1, else in iTXt, and the description in iTXt
/// (PNG specification, third edition, 11.3.3).
public final class PngFile {
    private static final int AFTER_HEADER = 33;

    private PngFile() {}

    /// The file's bytes.
    public static byte[] write(Caption caption, Dice dice) {
        byte[] plain = Picture.png(Picture.small(Picture.draw(dice)));
        var png = new ByteArrayOutputStream();
        png.write(plain, 0, AFTER_HEADER);
        png.writeBytes(
                StandardCharsets.ISO_8859_1.newEncoder().canEncode(caption.author())
                        ? chunk("tEXt", ("Author\0" + caption.author()).getBytes(StandardCharsets.ISO_8859_1))
                        : international("Author", caption.author()));
        png.writeBytes(international("Description", caption.description()));
        png.write(plain, AFTER_HEADER, plain.length - AFTER_HEADER);
        return png.toByteArray();
    }

    private static byte[] international(String key, String text) {
        return chunk("iTXt", (key + "\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }
}
