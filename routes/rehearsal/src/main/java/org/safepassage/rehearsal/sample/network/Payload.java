package org.safepassage.rehearsal.sample.network;

import java.io.IOException;
import java.io.OutputStream;

/// The bytes of an exhibit, written when they are wanted, so that a video of any size needs no memory.
@FunctionalInterface
public interface Payload {
    /// Writes all bytes; the same ones each time. Does not close the stream.
    void writeTo(OutputStream out) throws IOException;

    /// A payload that is in memory already.
    static Payload of(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
