package org.safepassage.connectors.plumbing;

import java.io.IOException;
import java.io.InputStream;

/// A stream whose every way of reading, one byte and skipping too, goes through the reading of a block: what a subclass
/// checks or repeats there holds for all of them.
public abstract class BlockwiseStream extends InputStream {
    @Override
    public abstract int read(byte[] bytes, int offset, int length) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
