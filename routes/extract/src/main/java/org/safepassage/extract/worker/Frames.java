package org.safepassage.extract.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// The frames of the pipe between the hub and a worker: one byte that says what it is, four bytes of length (big
/// endian), the payload. Both ends are ours, yet the hub trusts no length that a worker sends.
public final class Frames {
    /// To the worker: a document begins; the payload is a [Request].
    public static final byte DOCUMENT = 'D';
    /// To the worker: bytes of the document.
    public static final byte BYTES = 'B';
    /// To the worker: the document is complete.
    public static final byte END = 'E';
    /// From the worker: ready for a document.
    public static final byte READY = 'H';
    /// From the worker: the document's media type, UTF-8.
    public static final byte TYPE = 'T';
    /// From the worker: nothing more of the document is needed.
    public static final byte ENOUGH = 'S';
    /// From the worker: one more page is about to be recognised, so the CPU budget grows.
    public static final byte PAGE = 'P';
    /// From the worker: an embedded document is done; the payload is a [Node].
    public static final byte EMBEDDED = 'N';
    /// From the worker: the document is done and the worker may go on; the payload is a [Node].
    public static final byte DONE = 'R';
    /// From the worker: the document is done and the worker must not be used again.
    public static final byte DONE_RETIRE = 'Q';

    /// Bytes of a document in one frame.
    public static final int CHUNK = 1 << 16;

    /// Largest frame that the hub takes from a worker.
    public static final int LARGEST = 1 << 29;

    private Frames() {}

    /// One frame.
    ///
    /// @param type what it is
    /// @param payload its bytes
    @SuppressWarnings("ArrayRecordComponent") // read once and dropped, never compared
    public record Frame(byte type, byte[] payload) {}

    /// Writes one frame without flushing.
    public static void write(DataOutputStream out, byte type, byte[] payload, int length) throws IOException {
        out.writeByte(type);
        out.writeInt(length);
        out.write(payload, 0, length);
    }

    /// Reads one frame.
    ///
    /// @throws EOFException when the other side is gone
    /// @throws IOException when the length makes no sense
    public static Frame read(DataInputStream in) throws IOException {
        byte type = in.readByte();
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new BrokenFrame("a frame of impossible length");
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("a frame was cut off");
        }
        return new Frame(type, payload);
    }
}
