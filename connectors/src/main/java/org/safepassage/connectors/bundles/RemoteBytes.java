package org.safepassage.connectors.bundles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.plumbing.ResumingStream;

/// A file on another side as a channel, for a ZIP's directory stands at its end. Reading forward streams; a
/// jump opens the file anew at that byte; the last 256 KiB are kept, because the end of a directory is
/// searched there byte by byte.
final class RemoteBytes implements SeekableByteChannel {
    private static final int TAIL = 1 << 18;
    private static final int SKIP_RATHER_THAN_JUMP = 1 << 16;

    private final ResumingStream.Opener opener;
    private final long size;
    private final byte[] tail;
    private boolean tailRead;
    private long position;
    private long streamAt;
    private @Nullable ResumingStream stream;

    /// @param opener opens the file from a byte on
    RemoteBytes(ResumingStream.Opener opener, long size) {
        this.opener = opener;
        this.size = size;
        this.tail = new byte[(int) Math.min(TAIL, size)];
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!target.hasRemaining()) {
            return 0;
        }
        if (position >= size) {
            return -1;
        }
        long tailStart = size - tail.length;
        int count;
        if (position >= tailStart) {
            count = (int) Math.min(target.remaining(), size - position);
            target.put(tail(), (int) (position - tailStart), count);
        } else {
            byte[] bytes = new byte[(int) Math.min(target.remaining(), Math.min(1 << 16, tailStart - position))];
            count = streamAt(position).readNBytes(bytes, 0, bytes.length);
            streamAt += count;
            target.put(bytes, 0, count);
        }
        position += count;
        return count;
    }

    private byte[] tail() throws IOException {
        if (!tailRead) {
            try (var in = from(size - tail.length)) {
                in.readNBytes(tail, 0, tail.length);
            }
            tailRead = true;
        }
        return tail;
    }

    private ResumingStream streamAt(long wanted) throws IOException {
        ResumingStream in = stream;
        if (in != null && wanted >= streamAt && wanted - streamAt <= SKIP_RATHER_THAN_JUMP) {
            in.skipNBytes(wanted - streamAt);
        } else {
            if (in != null) {
                in.close();
            }
            in = from(wanted);
            stream = in;
        }
        streamAt = wanted;
        return in;
    }

    private ResumingStream from(long start) {
        return new ResumingStream(offset -> opener.open(start + offset), size - start);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) {
        position = wanted;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long shorter) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        ResumingStream in = stream;
        stream = null;
        if (in != null) {
            in.close();
        }
    }
}
