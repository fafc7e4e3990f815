package org.safepassage.redact.renditions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A colour profile (ICC.1:2022) without its words: descriptions, copyright, the names of makers and devices and
/// the day it was made. Calibrated screens carry their owner's name there.
final class IccProfile {
    private static final int HEADER = 128;
    private static final int MOST_TAGS = 100;
    private static final Set<String> TAGS = Set.of(
            "wtpt", "bkpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "lumi", "A2B0", "A2B1",
            "A2B2", "B2A0", "B2A1", "B2A2", "gamt");
    private static final Set<String> NUMBERS = Set.of("XYZ ", "curv", "para", "sf32", "mft1", "mft2", "mAB ", "mBA ");

    private record Tag(int name, int offset, int size) {}

    private IccProfile() {}

    /// The profile anew; empty when it cannot be read.
    static byte[] numbersOnly(byte[] profile) {
        ByteBuffer in = ByteBuffer.wrap(profile);
        if (profile.length < HEADER + 4 || !"acsp".equals(ascii(profile, 36))) {
            return new byte[0];
        }
        long count = Integer.toUnsignedLong(in.getInt(HEADER));
        if (count > MOST_TAGS || HEADER + 4 + count * 12 > profile.length) {
            return new byte[0];
        }
        var tags = new ArrayList<Tag>();
        long total = 0;
        for (int i = 0; i < count; i++) {
            int entry = HEADER + 4 + i * 12;
            long offset = Integer.toUnsignedLong(in.getInt(entry + 4));
            long size = Integer.toUnsignedLong(in.getInt(entry + 8));
            total += size;
            if (size < 8 || offset + size > profile.length || total > 2L * profile.length) {
                return new byte[0];
            }
            if (TAGS.contains(ascii(profile, entry)) && NUMBERS.contains(ascii(profile, (int) offset))) {
                tags.add(new Tag(in.getInt(entry), (int) offset, (int) size));
            }
        }
        return tags.isEmpty() ? new byte[0] : written(profile, tags);
    }

    private static byte[] written(byte[] profile, List<Tag> tags) {
        int size = HEADER + 4 + tags.size() * 12;
        for (Tag tag : tags) {
            size += padded(tag.size());
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(header(profile)).putInt(tags.size());
        int at = HEADER + 4 + tags.size() * 12;
        for (Tag tag : tags) {
            out.putInt(tag.name()).putInt(at).putInt(tag.size());
            at += padded(tag.size());
        }
        for (Tag tag : tags) {
            out.put(Arrays.copyOf(
                    Arrays.copyOfRange(profile, tag.offset(), tag.offset() + tag.size()), padded(tag.size())));
        }
        return out.putInt(0, size).array();
    }

    /// Class, colour spaces, version and white point; not the programme, date, platform, maker, device, author or
    /// id.
    private static byte[] header(byte[] profile) {
        byte[] header = Arrays.copyOf(profile, HEADER);
        Arrays.fill(header, 4, 8, (byte) 0);
        Arrays.fill(header, 24, 36, (byte) 0);
        Arrays.fill(header, 40, 64, (byte) 0);
        Arrays.fill(header, 80, HEADER, (byte) 0);
        return header;
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static String ascii(byte[] bytes, int offset) {
        return new String(bytes, offset, 4, StandardCharsets.US_ASCII);
    }
}
