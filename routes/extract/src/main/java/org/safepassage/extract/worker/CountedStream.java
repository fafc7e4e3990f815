package org.safepassage.extract.worker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream whose bytes count against a limit. Never closes what it reads from: a container goes on after its member.
final class CountedStream extends FilterInputStream {
    /// What is done with each count of bytes.
    @FunctionalInterface
    interface Counter {
        void count(long bytes) throws LimitReached;
    }

    private final Counter counter;

    CountedStream(InputStream in, Counter counter) {
        super(in);
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            counter.count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            counter.count(read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        counter.count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // The container closes its own stream.
    }
}
