package org.safepassage.redact.check;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Opens zip, gzip and zlib, however deep, within a budget, and hands over what is in them. For one file; not safe
/// to share.
final class Packed {
    /// Reads a member, which is closed by the caller.
    interface Members {
        void name(String label, String name) throws UnreadableFile, IOException;

        void member(String label, InputStream content, int depth) throws UnreadableFile, IOException;

        /// Pixels of a PNG: no text in any character set, though some of its bytes may spell one by chance.
        void pixels(String label, byte[] bytes, int length) throws UnreadableFile, IOException;

        /// Reads a stream inside a format, where tables of numbers are more frequent than words.
        void stream(String label, InputStream content, int depth) throws UnreadableFile, IOException;
    }

    private static final int LARGEST_STREAM = 4 << 20;
    private static final int LEAST_STREAM = 32;

    private final Members members;
    private final Budget budget;
    /// Room for one stream, taken while one is searched, since there may be others in it.
    private byte[] room = new byte[0];

    Packed(Members members, Budget budget) {
        this.members = members;
        this.budget = budget;
    }

    /// Whether these are the first bytes of something that can be opened.
    static boolean isPacked(byte[] head, int length) {
        return isZip(head, length) || isGzip(head, length) || isZlib(head, length);
    }

    void open(String label, byte[] bytes, int depth) throws UnreadableFile, IOException {
        open(label, bytes, bytes.length, new ByteArrayInputStream(bytes), depth);
    }

    /// As [#open], for bytes that may have the first bytes of an archive by chance: what cannot be opened is none.
    void tryOpen(String label, byte[] bytes, int depth) throws UnreadableFile, IOException {
        Budget.depth(depth);
        try {
            open(label, bytes, depth);
        } catch (DamagedArchive e) {
            return;
        }
    }

    /// @param head the first bytes of `stream`
    void open(String label, byte[] head, int length, InputStream stream, int depth) throws UnreadableFile, IOException {
        Budget.depth(depth);
        if (isZip(head, length)) {
            zip(label, stream, depth);
        } else if (isGzip(head, length)) {
            try {
                members.member(label + "/gzip", limited(new GZIPInputStream(stream)), depth);
            } catch (ZipException | EOFException e) {
                throw new DamagedArchive(label);
            }
        } else {
            zlib(label, stream, depth);
        }
    }

    private void zip(String label, InputStream stream, int depth) throws UnreadableFile, IOException {
        try {
            var zip = new ZipInputStream(stream);
            int number = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                budget.member();
                number++;
                String member = label + "/zip " + number;
                members.name(member + " name", entry.getName());
                if (entry.getComment() != null) {
                    members.name(member + " comment", entry.getComment());
                }
                members.member(member, limited(zip), depth);
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new DamagedArchive(label);
        }
    }

    /// An archive that cannot be opened.
    private static final class DamagedArchive extends UnreadableFile {
        @Serial
        private static final long serialVersionUID = 1L;

        DamagedArchive(String label) {
            super("holds a damaged or encrypted archive: " + label);
        }
    }

    /// Two bytes say little, so what does not inflate is no zlib and no fault.
    private void zlib(String label, InputStream stream, int depth) throws UnreadableFile, IOException {
        byte[] input = stream.readNBytes(LARGEST_STREAM * 4);
        byte[] output = new byte[LARGEST_STREAM * 4];
        var inflater = new Inflater();
        inflater.setInput(input);
        int length = inflate(inflater, output);
        boolean whole = inflater.finished();
        inflater.end();
        budget.inflated(length);
        if (length == output.length && !whole) {
            throw new UnreadableFile("holds a zlib stream of more than 16 MiB");
        }
        if (length > 0) {
            members.member(label + "/zlib", new ByteArrayInputStream(output, 0, length), depth);
        }
    }

    /// Inflates every zlib stream that begins somewhere in these bytes, as formats such as PDF and PNG hold them.
    /// Two bytes mark its beginning by chance once in 16 KiB; most of those fail at once.
    void streams(String prefix, byte[] bytes, int length, long offset, int depth) throws UnreadableFile, IOException {
        var inflater = new Inflater();
        byte[] output = room;
        room = new byte[0];
        try {
            for (int i = 0; i + 8 < length; i++) {
                if (bytes[i] == 0x78 && (bytes[i + 1] & 0x20) == 0 && isZlib(bytes[i], bytes[i + 1])) {
                    output = output.length == 0 ? new byte[LARGEST_STREAM] : output;
                    inflater.reset();
                    inflater.setInput(bytes, i, length - i);
                    int count = inflate(inflater, output);
                    budget.streamed(count);
                    if (count >= LEAST_STREAM) {
                        String label = prefix + "zlib at " + (offset + i);
                        if (arePixels(bytes, i)) {
                            members.pixels(label, output, count);
                        } else {
                            members.stream(label, new ByteArrayInputStream(output, 0, count), depth);
                        }
                    }
                }
            }
        } finally {
            inflater.end();
            room = output;
        }
    }

    /// Whether a stream that begins here is the content of a PNG's first `IDAT` chunk.
    private static boolean arePixels(byte[] bytes, int at) {
        return at >= 4 && bytes[at - 4] == 'I' && bytes[at - 3] == 'D' && bytes[at - 2] == 'A' && bytes[at - 1] == 'T';
    }

    /// What can be inflated before damage, the end or the output's room stops it.
    private static int inflate(Inflater inflater, byte[] output) {
        int length = 0;
        try {
            int count = 1;
            while (count > 0 && length < output.length) {
                count = inflater.inflate(output, length, output.length - length);
                length += count;
            }
        } catch (DataFormatException e) {
            return length;
        }
        return length;
    }

    private InputStream limited(InputStream inner) {
        return new CountedInput(inner, budget);
    }

    private static boolean isZip(byte[] head, int length) {
        return length > 30 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static boolean isGzip(byte[] head, int length) {
        return length > 18 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b && head[2] == 8;
    }

    private static boolean isZlib(byte[] head, int length) {
        return length > 8 && head[0] == 0x78 && isZlib(head[0], head[1]);
    }

    private static boolean isZlib(byte first, byte second) {
        return (((first & 0xff) << 8) | (second & 0xff)) % 31 == 0;
    }
}
