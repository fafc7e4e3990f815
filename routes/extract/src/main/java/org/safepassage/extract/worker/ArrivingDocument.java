package org.safepassage.extract.worker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The document as it streams in over the pipe: never whole in memory, never on disk unless a parser asks. Only the
/// parse thread reads it; [#drain] is called after that thread is done.
final class ArrivingDocument extends InputStream {
    private final DataInputStream pipe;
    private byte[] chunk = new byte[0];
    private int position;
    private boolean ended;
    private long arrived;

    ArrivingDocument(DataInputStream pipe) {
        this.pipe = pipe;
    }

    /// Bytes of the document that have come over the pipe.
    long arrived() {
        return arrived;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        return more() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int taken = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, taken);
        position += taken;
        return taken;
    }

    /// Reads and drops what is left, so that the next document starts at a frame.
    void drain() throws IOException {
        while (!ended) {
            position = chunk.length;
            more();
        }
    }

    private boolean more() throws IOException {
        while (position == chunk.length && !ended) {
            Frames.Frame frame = Frames.read(pipe);
            switch (frame.type()) {
                case Frames.BYTES -> {
                    chunk = frame.payload();
                    position = 0;
                    arrived += chunk.length;
                }
                case Frames.END -> ended = true;
                default -> throw new EOFException("the hub stopped in the middle of a document");
            }
        }
        return position < chunk.length;
    }
}
