package org.safepassage.redact.renditions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/// Copies the chunks of a PNG (W3C PNG, third edition) that make its picture. Words, times, Exif, colour
/// profiles, which have names, animation and whatever is unknown go. Every kept chunk's check sum must be right.
final class PngCopy {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final long LONGEST = Integer.MAX_VALUE;
    /// Kept chunks and the length that each must have; 0 when it varies.
    private static final Map<String, Integer> KEPT =
            Map.of("IHDR", 13, "PLTE", 0, "IDAT", 0, "IEND", 0, "tRNS", 0, "gAMA", 4, "cHRM", 32, "sRGB", 1, "pHYs", 9);
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("tEXt", "text"),
            Map.entry("zTXt", "text"),
            Map.entry("iTXt", "text"),
            Map.entry("eXIf", "exif"),
            Map.entry("tIME", "time"),
            Map.entry("iCCP", "colour-profile"),
            Map.entry("acTL", "animation"),
            Map.entry("fcTL", "animation"),
            Map.entry("fdAT", "animation"));

    private PngCopy() {}

    static void copy(MediaInput in, OutputStream out, Set<String> dropped) throws IOException {
        for (byte expected : SIGNATURE) {
            if (in.next() != (expected & 0xFF)) {
                throw new UnsupportedMedia("it does not begin as a PNG does");
            }
        }
        out.write(SIGNATURE);
        boolean first = true;
        boolean picture = false;
        String type = "";
        while (!type.equals("IEND")) {
            long length = in.u32();
            byte[] name = in.bytes(4);
            type = new String(name, StandardCharsets.US_ASCII);
            if (length > LONGEST || first != type.equals("IHDR")) {
                throw new IOException("the PNG is damaged at byte " + in.place());
            }
            first = false;
            picture |= type.equals("IDAT");
            if (KEPT.containsKey(type)) {
                checkLength(type, length, in.place());
                chunk(in, length, name, out);
            } else if ((name[0] & 0x20) == 0) {
                throw new UnsupportedMedia("the PNG has a part of an unknown kind that its picture needs");
            } else {
                in.skip(length + 4);
                dropped.add(KINDS.getOrDefault(type, "unknown-chunk"));
            }
        }
        if (!picture) {
            throw new IOException("the PNG has no picture in it");
        }
        if (in.drain((bytes, from, count) -> {}) > 0) {
            dropped.add("trailing-data");
        }
    }

    private static void checkLength(String type, long length, long place) throws IOException {
        int expected = KEPT.getOrDefault(type, 0);
        boolean fits = switch (type) {
            case "IEND" -> length == 0;
            case "PLTE" -> length <= 768 && length % 3 == 0;
            case "tRNS" -> length <= 256;
            case "IDAT" -> true;
            default -> length == expected;
        };
        if (!fits) {
            throw new IOException("a part of the PNG has an impossible length at byte " + place);
        }
    }

    private static void chunk(MediaInput in, long length, byte[] name, OutputStream out) throws IOException {
        var sum = new CRC32();
        sum.update(name);
        out.write(ByteBuffer.allocate(4).putInt((int) length).array());
        out.write(name);
        in.each(length, (bytes, from, count) -> {
            sum.update(bytes, from, count);
            out.write(bytes, from, count);
        });
        byte[] stored = in.bytes(4);
        if (!Arrays.equals(
                stored, ByteBuffer.allocate(4).putInt((int) sum.getValue()).array())) {
            throw new IOException("a check sum in the PNG is wrong at byte " + in.place());
        }
        out.write(stored);
    }
}
