package org.safepassage.connectors.local;

import java.io.IOException;
import java.io.InputStream;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// The bytes of a file of this machine, with problems in an operator's words.
final class LocalStream extends BlockwiseStream {
    private final InputStream in;

    LocalStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException failed) {
            throw LocalProblems.of(failed);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
