package org.safepassage.redact.apart;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// The words between parent and child: a mark, a kind, a length in bytes (big-endian) and the payload. Content never
/// travels this way, only requests and replies.
final class Frames {
    /// Longest payload, bytes.
    static final int LARGEST = 16 << 20;

    static final byte READY = 1;
    static final byte JOB = 2;
    static final byte REPLY = 3;
    static final byte FAILED = 4;

    private static final int MARK = 0x5AFE_0A91;

    /// @param kind one of the constants above
    @SuppressWarnings("ArrayRecordComponent")
    record Frame(byte kind, byte[] payload) {}

    private Frames() {}

    static void write(DataOutputStream out, byte kind, byte[] payload) throws IOException {
        if (payload.length > LARGEST) {
            throw new IOException("a frame of " + payload.length + " bytes is larger than " + LARGEST);
        }
        out.writeInt(MARK);
        out.writeByte(kind);
        out.writeInt(payload.length);
        out.write(payload);
        out.flush();
    }

    /// @throws BrokenFrame when what arrives is no frame
    /// @throws java.io.EOFException when the other side has gone
    static Frame read(DataInputStream in) throws IOException {
        int mark = in.readInt();
        byte kind = in.readByte();
        int length = in.readInt();
        if (mark != MARK || kind < READY || kind > FAILED || length < 0 || length > LARGEST) {
            throw new BrokenFrame();
        }
        // Read as it comes: a length that lies must not cost its memory at once.
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new java.io.EOFException("a frame is cut off");
        }
        return new Frame(kind, payload);
    }

    /// The other side does not speak our protocol.
    static final class BrokenFrame extends IOException {
        private static final long serialVersionUID = 1;

        BrokenFrame() {
            super("what arrived is no frame");
        }
    }
}
