package org.safepassage.redact.renditions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Gathers a colour profile from the segments of a JPEG (ICC.1 annex B.4) and gives it back with numbers only. A
/// profile that is too large, incomplete or unreadable is dropped: colours then shift a little, which harms
/// nobody.
final class JpegProfile {
    private static final String NAME = "ICC_PROFILE\0";
    private static final int HEAD = NAME.length() + 2;
    private static final int LARGEST = 4 << 20;
    private static final int PART = 65_000;

    private final TreeMap<Integer, byte[]> parts = new TreeMap<>();
    private int expected;
    private int size;
    private boolean unusable;
    private boolean written;

    /// Takes a part of a profile.
    ///
    /// @return whether this is one
    boolean takes(byte[] payload) {
        if (!JpegTables.startsWith(payload, NAME) || payload.length <= HEAD) {
            return false;
        }
        int number = payload[HEAD - 2] & 0xFF;
        expected = payload[HEAD - 1] & 0xFF;
        size += payload.length - HEAD;
        unusable |= size > LARGEST || parts.put(number, Arrays.copyOfRange(payload, HEAD, payload.length)) != null;
        if (unusable) {
            parts.clear();
        }
        return true;
    }

    /// The segments to write once the head of the file is over; none the second time.
    List<byte[]> parts(Set<String> dropped) {
        if (size == 0 || written) {
            return List.of();
        }
        written = true;
        boolean whole = !unusable && parts.size() == expected && parts.firstKey() == 1 && parts.lastKey() == expected;
        byte[] profile = whole ? IccProfile.numbersOnly(joined()) : new byte[0];
        parts.clear();
        dropped.add(profile.length == 0 ? "colour-profile" : "colour-profile-text");
        var segments = new ArrayList<byte[]>();
        int count = (profile.length + PART - 1) / PART;
        for (int i = 0; i < count; i++) {
            int from = i * PART;
            int length = Math.min(PART, profile.length - from);
            byte[] segment = Arrays.copyOf(NAME.getBytes(StandardCharsets.US_ASCII), HEAD + length);
            segment[HEAD - 2] = (byte) (i + 1);
            segment[HEAD - 1] = (byte) count;
            System.arraycopy(profile, from, segment, HEAD, length);
            segments.add(segment);
        }
        return segments;
    }

    private byte[] joined() {
        byte[] joined = new byte[size];
        int at = 0;
        for (byte[] part : parts.values()) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
