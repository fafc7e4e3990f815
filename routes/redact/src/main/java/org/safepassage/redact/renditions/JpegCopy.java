package org.safepassage.redact.renditions;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;

/// Copies the segments of a JPEG (ITU-T T.81) that make its picture: frames, scans, tables, a JFIF head without
/// thumbnail, Adobe's colour transform and the numbers of a colour profile. The compressed data of every scan
/// stays as it is.
final class JpegCopy {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;

    private final MediaInput in;
    private final OutputStream out;
    private final Set<String> dropped;
    private final JpegProfile profile = new JpegProfile();
    private boolean frame;
    private boolean scan;

    private JpegCopy(MediaInput in, OutputStream out, Set<String> dropped) {
        this.in = in;
        this.out = out;
        this.dropped = dropped;
    }

    static void copy(MediaInput in, OutputStream out, Set<String> dropped) throws IOException {
        if (in.next() != 0xFF || in.next() != SOI) {
            throw new UnsupportedMedia("it does not begin as a JPEG does");
        }
        out.write(0xFF);
        out.write(SOI);
        new JpegCopy(in, out, dropped).segments();
    }

    private void segments() throws IOException {
        int marker = marker(in.u8());
        while (marker != EOI) {
            if (marker == SOS) {
                writeProfile();
                keep(marker, payload(marker));
                scan = true;
                marker = compressedData();
            } else {
                segment(marker);
                marker = marker(in.u8());
            }
        }
        if (!frame || !scan) {
            throw new IOException("the JPEG has no picture in it");
        }
        out.write(0xFF);
        out.write(EOI);
        if (in.drain((bytes, from, length) -> {}) > 0) {
            dropped.add("trailing-data");
        }
    }

    private void segment(int marker) throws IOException {
        if (marker == 0x01) {
            dropped.add("unknown-segment");
            return;
        }
        byte[] payload = payload(marker);
        if (JpegTables.isKept(marker)) {
            writeProfile();
            frame |= JpegTables.isFrame(marker);
            keep(marker, payload);
        } else if (marker == 0xE0 && JpegTables.startsWith(payload, "JFIF\0") && payload.length >= 14) {
            if (payload.length > 14) {
                dropped.add("thumbnail");
            }
            keep(marker, JpegTables.withoutThumbnail(payload));
        } else if (marker == 0xEE && JpegTables.startsWith(payload, "Adobe") && payload.length >= 12) {
            keep(marker, Arrays.copyOf(payload, 12));
        } else if (!(marker == 0xE2 && profile.takes(payload))) {
            dropped.add(JpegTables.kind(marker, payload));
        }
    }

    private void writeProfile() throws IOException {
        for (byte[] part : profile.parts(dropped)) {
            keep(0xE2, part);
        }
    }

    private void keep(int marker, byte[] payload) throws IOException {
        out.write(0xFF);
        out.write(marker);
        out.write((payload.length + 2) >> 8);
        out.write(payload.length + 2);
        out.write(payload);
    }

    private byte[] payload(int marker) throws IOException {
        int length = in.u16();
        if (length < 2) {
            throw new IOException("a segment has an impossible length at byte " + in.place());
        }
        byte[] payload = in.bytes(length - 2);
        if (!JpegTables.fits(marker, payload)) {
            throw new IOException("a table is longer or shorter than it says at byte " + in.place());
        }
        return payload;
    }

    /// The marker that begins with `first`, past fill bytes; what stands before it, which decoders skip, is
    /// dropped.
    private int marker(int first) throws IOException {
        int read = first;
        while (true) {
            while (read != 0xFF) {
                dropped.add("stray-bytes");
                read = in.u8();
            }
            while (read == 0xFF) {
                read = in.u8();
            }
            if (read != 0 && read != SOI && !restarts(read)) {
                return read;
            }
            dropped.add("stray-bytes");
            read = in.u8();
        }
    }

    /// Copies a scan's data and gives the marker after it. Stuffed zeros and restart markers belong to the data.
    private int compressedData() throws IOException {
        while (true) {
            int read = in.u8();
            if (read != 0xFF) {
                out.write(read);
                continue;
            }
            do {
                read = in.u8();
            } while (read == 0xFF);
            if (read != 0 && !restarts(read)) {
                return read;
            }
            out.write(0xFF);
            out.write(read);
        }
    }

    private static boolean restarts(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }
}
