package org.safepassage.redact.renditions;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Reads big-endian numbers and stretches of a medium and knows how far it is. Every way to read ends at the end
/// of the bytes with an exception that says where.
final class MediaInput {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private long place;

    MediaInput(InputStream in) {
        this.in = in;
    }

    /// Bytes read so far.
    long place() {
        return place;
    }

    /// The next byte, or -1 at the end.
    int next() throws IOException {
        int read = in.read();
        if (read >= 0) {
            place++;
        }
        return read;
    }

    int u8() throws IOException {
        int read = next();
        if (read < 0) {
            throw ended();
        }
        return read;
    }

    int u16() throws IOException {
        return (u8() << 8) | u8();
    }

    long u32() throws IOException {
        return ((long) u16() << 16) | u16();
    }

    byte[] bytes(int count) throws IOException {
        byte[] read = in.readNBytes(count);
        place += read.length;
        if (read.length < count) {
            throw ended();
        }
        return read;
    }

    void copy(long count, OutputStream out) throws IOException {
        each(count, out::write);
    }

    void skip(long count) throws IOException {
        each(count, (bytes, from, length) -> {});
    }

    /// Passes `count` bytes on in stretches.
    void each(long count, Sink sink) throws IOException {
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw ended();
            }
            sink.take(buffer, 0, read);
            place += read;
            left -= read;
        }
    }

    /// All that is left; how much it was.
    long drain(Sink sink) throws IOException {
        long before = place;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sink.take(buffer, 0, read);
            place += read;
        }
        return place - before;
    }

    private EOFException ended() {
        return new EOFException("the medium ends too early, after " + place + " bytes");
    }

    /// Takes stretches of bytes.
    interface Sink {
        void take(byte[] bytes, int from, int length) throws IOException;
    }
}
