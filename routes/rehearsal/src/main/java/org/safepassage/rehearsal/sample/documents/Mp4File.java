package org.safepassage.rehearsal.sample.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SplittableRandom;
import org.jcodec.api.SequenceEncoder;
import org.jcodec.common.Codec;
import org.jcodec.common.Format;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rational;
import org.safepassage.rehearsal.sample.Dice;

/// Writes MP4 (ISO/IEC 14496-12) with a second of H.264 film, and in its user data the place (ISO 6709), title and
/// author, as phones write them. Times in its headers are those of the caption.
public final class Mp4File {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 128;
    private static final int FRAMES = 12;
    private static final int ROOM = 4 << 20;
    private static final int BLOCK = 1 << 16;
    private static final int LONG_HEADER = 16;
    /// Seconds from 1904, from which QuickTime counts, to 1970.
    private static final long FROM_1904 = 2_082_844_800L;

    private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");
    private static final Set<String> NESTED = Set.of("moov", "trak", "mdia");

    private Mp4File() {}

    /// The file's bytes.
    public static byte[] write(Caption caption, Dice dice) {
        byte[] film = encoded(dice);
        int movie = find(film, "moov");
        byte[] told = userData(caption);
        ByteBuffer whole = ByteBuffer.allocate(film.length + told.length).put(film);
        int end = movie + whole.getInt(movie);
        if (end != film.length) {
            throw new IllegalStateException("the movie header does not end the film");
        }
        whole.put(told).putInt(movie, whole.getInt(movie) + told.length);
        long seconds = caption.taken().toEpochSecond(java.time.ZoneOffset.UTC) + FROM_1904;
        settle(whole, 0, whole.capacity(), (int) seconds);
        return whole.array();
    }

    /// A small film, and after it as much unused media data as makes the file `size` bytes; nothing is added when it
    /// is as large already. Streams, so the size has no limit.
    public static void writeLarge(byte[] film, long size, OutputStream out) throws IOException {
        out.write(film);
        long filling = size - film.length;
        if (filling < LONG_HEADER) {
            return;
        }
        out.write(ByteBuffer.allocate(LONG_HEADER)
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(filling)
                .array());
        var block = new byte[BLOCK];
        new SplittableRandom(size).nextBytes(block);
        for (long left = filling - LONG_HEADER; left > 0; left -= BLOCK) {
            out.write(block, 0, (int) Math.min(BLOCK, left));
        }
    }

    private static byte[] encoded(Dice dice) {
        ByteBuffer room = ByteBuffer.allocate(ROOM);
        var channel = new ByteBufferSeekableByteChannel(room, 0);
        int tone = dice.between(40, 200);
        try {
            var encoder = new SequenceEncoder(channel, Rational.R(FRAMES, 1), Format.MOV, Codec.H264, null);
            for (int frame = 0; frame < FRAMES; frame++) {
                encoder.encodeNativeFrame(frame(tone, frame));
            }
            encoder.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteBuffer film = channel.getContents();
        var bytes = new byte[film.remaining()];
        film.get(bytes);
        return bytes;
    }

    /// A bright oval that moves over a dark ground.
    private static Picture frame(int tone, int number) {
        Picture picture = Picture.create(WIDTH, HEIGHT, ColorSpace.RGB);
        byte[] colors = picture.getPlaneData(0);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double dx = (x - 40 - 6.0 * number) / 24;
                double dy = (y - HEIGHT / 2.0) / 34;
                boolean face = dx * dx + dy * dy < 1;
                int at = (y * WIDTH + x) * 3;
                // The library counts colours from -128.
                colors[at] = (byte) ((face ? 220 : tone / 2) - 128);
                colors[at + 1] = (byte) ((face ? 180 : tone / 2 + y / 4) - 128);
                colors[at + 2] = (byte) ((face ? 150 : tone) - 128);
            }
        }
        return picture;
    }

    private static byte[] userData(Caption caption) {
        var boxes = new ByteArrayOutputStream();
        if (caption.located()) {
            boxes.writeBytes(text("xyz", "%+08.4f%+09.4f/".formatted(caption.latitude(), caption.longitude())));
        }
        boxes.writeBytes(text("nam", caption.description()));
        boxes.writeBytes(text("ART", caption.author()));
        byte[] inside = boxes.toByteArray();
        return ByteBuffer.allocate(inside.length + 8)
                .putInt(inside.length + 8)
                .put("udta".getBytes(StandardCharsets.US_ASCII))
                .put(inside)
                .array();
    }

    /// A QuickTime text: size, the copyright sign and three letters, length, language, the words in UTF-8.
    private static byte[] text(String type, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(bytes.length + 12)
                .putInt(bytes.length + 12)
                .put((byte) 0xA9)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) bytes.length)
                .putShort((short) 0x15C7)
                .put(bytes)
                .array();
    }

    /// Replaces the times of the encoder's run.
    private static void settle(ByteBuffer film, int from, int to, int seconds) {
        for (int at = from; at + 8 <= to; ) {
            int size = film.getInt(at);
            String type = type(film, at);
            if (TIMED.contains(type)) {
                film.putInt(at + 12, seconds).putInt(at + 16, seconds);
            } else if (NESTED.contains(type)) {
                settle(film, at + 8, at + size, seconds);
            }
            at += size == 1 ? (int) film.getLong(at + 8) : Math.max(size, 8);
        }
    }

    private static int find(byte[] film, String wanted) {
        ByteBuffer boxes = ByteBuffer.wrap(film);
        for (int at = 0; at + 8 <= film.length; ) {
            int size = boxes.getInt(at);
            if (type(boxes, at).equals(wanted)) {
                return at;
            }
            at += size == 1 ? (int) boxes.getLong(at + 8) : Math.max(size, 8);
        }
        throw new IllegalStateException("no " + wanted + " in the film");
    }

    private static String type(ByteBuffer film, int at) {
        var letters = new byte[4];
        film.get(at + 4, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
