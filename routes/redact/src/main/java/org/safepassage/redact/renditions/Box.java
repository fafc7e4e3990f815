package org.safepassage.redact.renditions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The head of a box of an ISO base media file (ISO/IEC 14496-12) or an atom of QuickTime.
///
/// @param type four characters, one for each byte
/// @param body length of what follows the head; -1 when the box goes on to the end of the file
/// @param wide whether the size is written in 64 bits
record Box(String type, long body, boolean wide) {
    /// Reads a head that begins with `size`, inside a parent with `room` for the whole box, -1 when that is not
    /// known.
    static Box read(long size, MediaInput in, long room) throws IOException {
        String type = new String(in.bytes(4), StandardCharsets.ISO_8859_1);
        boolean wide = size == 1;
        long whole = wide ? (in.u32() << 32) | in.u32() : size;
        if (size == 0 && room == -1) {
            return new Box(type, -1, false);
        }
        int head = wide ? 16 : 8;
        if (whole < head || (room != -1 && whole > room)) {
            throw new IOException("a box has an impossible size at byte " + in.place());
        }
        return new Box(type, whole - head, wide);
    }

    /// Writes a head of the same length with this type.
    void writeHead(OutputStream out, String as) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(wide ? 16 : 8);
        head.putInt(wide ? 1 : (int) (body == -1 ? 0 : body + 8)).put(as.getBytes(StandardCharsets.ISO_8859_1));
        if (wide) {
            head.putLong(body + 16);
        }
        out.write(head.array());
    }

    /// Length of the head.
    int head() {
        return wide ? 16 : 8;
    }
}
