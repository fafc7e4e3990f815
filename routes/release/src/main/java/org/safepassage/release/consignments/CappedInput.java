package org.safepassage.release.consignments;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends in an error when more passes than a budget allows; the budget may be set anew. Not thread-safe.
final class CappedInput extends FilterInputStream {
    private long left;

    CappedInput(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    /// From here on, at most this many bytes.
    void allow(long most) {
        left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            spend(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) {
            spend(read);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        spend(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void spend(long count) throws UnreadablePackage {
        left -= count;
        if (left < 0) {
            throw new UnreadablePackage("unpacks to more than it may");
        }
    }
}
