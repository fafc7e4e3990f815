package org.safepassage.redact.renditions.pictures;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the outer shape of a file tells before it is decoded: whether it moves, and whether its end is there.
final class Chunks {
    private static final int ACTL = 0x6163_544C;
    private static final int IDAT = 0x4944_4154;
    private static final int IEND = 0x4945_4E44;
    private static final int ANIMATION = 2;
    /// How far from its end a JPEG is searched for its closing mark; cameras put views and notes behind it.
    private static final int TAIL = 1 << 16;

    private Chunks() {}

    /// Whether a PNG says that it is animated (APNG: `acTL` before the first `IDAT`).
    static boolean isAnimatedPng(Path file) throws IOException {
        return findsPngChunk(file, ACTL, IDAT);
    }

    /// Whether a WebP has the flag of animation in its `VP8X` chunk.
    static boolean isAnimatedWebp(Path file) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            byte[] head = in.readNBytes(21);
            return head.length == 21 && head[12] == 'V' && head[15] == 'X' && (head[20] & ANIMATION) != 0;
        }
    }

    /// Whether the file's own words about its end hold. Formats without such words count as whole here; their
    /// decoders complain.
    static boolean isWhole(Path file, Format format) throws IOException {
        return switch (format) {
            case PNG -> findsPngChunk(file, IEND, 0);
            case JPEG -> endsAsJpeg(file);
            case WEBP -> Files.size(file) >= 8 + Integer.toUnsignedLong(Integer.reverseBytes(intAt(file, 4)));
            case BMP, GIF, TIFF -> true;
        };
    }

    private static boolean findsPngChunk(Path file, int wanted, int last) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long at = 8;
            while (true) {
                in.seek(at);
                long length = Integer.toUnsignedLong(in.readInt());
                int type = in.readInt();
                if (type == wanted) {
                    return true;
                }
                if (type == last) {
                    return false;
                }
                at += 12 + length;
            }
        } catch (EOFException ended) {
            return false;
        }
    }

    private static boolean endsAsJpeg(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            int size = (int) Math.min(in.length(), TAIL);
            byte[] tail = new byte[size];
            in.seek(in.length() - size);
            in.readFully(tail);
            for (int i = size - 2; i >= 0; i--) {
                if ((tail[i] & 0xFF) == 0xFF && (tail[i + 1] & 0xFF) == 0xD9) {
                    return true;
                }
            }
            return false;
        }
    }

    private static int intAt(Path file, long place) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(place);
            return in.readInt();
        } catch (EOFException ended) {
            return -1;
        }
    }
}
