package org.safepassage.redact.renditions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Empties, in place, what tells of a video inside the tables of its tracks.
final class MovieTables {
    private static final int PICTURE = 70;
    private static final int COMPRESSOR = 34;
    private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);

    private MovieTables() {}

    static String type(byte[] bytes, int offset) {
        return new String(bytes, offset, 4, StandardCharsets.ISO_8859_1);
    }

    /// Data references: all samples must be in this very file; what a reference says beyond that is emptied.
    static byte[] references(byte[] body, Set<String> dropped) throws IOException {
        for (int at = 8; at < body.length; at = end(body, at, body.length)) {
            int end = end(body, at, body.length);
            if (end - at < 12 || (body[at + 11] & 1) == 0) {
                throw new UnsupportedMedia("the video refers to media outside itself");
            }
            if (end - at > 12) {
                Arrays.fill(body, at + 12, end, (byte) 0);
                dropped.add("paths");
            }
        }
        return body;
    }

    /// Sample descriptions of a track of this kind: codecs must be known, names of encoders and unknown boxes go.
    static byte[] descriptions(byte[] body, String handler, Set<String> dropped) throws IOException {
        for (int at = 8; at < body.length; at = end(body, at, body.length)) {
            int end = end(body, at, body.length);
            if (!BoxKinds.isCodec(handler, type(body, at + 4))) {
                throw new UnsupportedMedia("the video has a track in a form that is not known");
            }
            int boxes = at + 16 + (handler.equals("vide") ? PICTURE : sound(body, at + 16, end));
            if (boxes > end) {
                throw new IOException("a sample description in the video is too short");
            }
            if (handler.equals("vide")) {
                int name = at + 16 + COMPRESSOR;
                Arrays.fill(body, name, name + 32, (byte) 0);
                dropped.add("encoder-names");
            }
            settings(body, boxes, end, dropped);
        }
        return body;
    }

    /// Length of the fixed part of a sound description; QuickTime's versions 1 and 2 are longer.
    private static int sound(byte[] body, int at, int end) {
        int version = at + 2 <= end ? (body[at] << 8) | (body[at + 1] & 0xFF) : 0;
        return switch (version) {
            case 1 -> 36;
            case 2 -> 56;
            default -> 20;
        };
    }

    private static void settings(byte[] body, int start, int limit, Set<String> dropped) throws IOException {
        int at = start;
        while (limit - at >= 8) {
            int end = end(body, at, limit);
            String type = type(body, at + 4);
            if (type.equals("wave")) {
                settings(body, at + 8, end, dropped);
            } else if (!(BoxKinds.isSetting(type) || isPlainColour(body, at, end) || isTerminator(body, at, end))) {
                System.arraycopy(FREE, 0, body, at + 4, 4);
                Arrays.fill(body, at + 8, end, (byte) 0);
                dropped.add("unknown-box");
            }
            at = end;
        }
        Arrays.fill(body, at, limit, (byte) 0);
    }

    /// A colour box with numbers; one with a profile has names.
    private static boolean isPlainColour(byte[] body, int at, int end) {
        return type(body, at + 4).equals("colr")
                && end - at >= 12
                && type(body, at + 8).startsWith("ncl");
    }

    private static boolean isTerminator(byte[] body, int at, int end) {
        return end - at == 8 && ByteBuffer.wrap(body).getInt(at + 4) == 0;
    }

    private static int end(byte[] body, int at, int limit) throws IOException {
        long size =
                limit - at >= 8 ? Integer.toUnsignedLong(ByteBuffer.wrap(body).getInt(at)) : 0;
        if (size < 8 || size > limit - at) {
            throw new IOException("an entry of a table in the video has an impossible size");
        }
        return (int) size + at;
    }
}
