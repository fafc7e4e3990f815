package org.safepassage.connectors.plumbing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;

/// Reads a remote file of known size to its end, opening it again at the byte where a connection broke. Gives up
/// after a few tries in a row without progress. A file that turns out shorter or longer than it was listed is a
/// changed file.
///
/// For one thread.
public final class ResumingStream extends BlockwiseStream {
    private static final int TRIES_WITHOUT_PROGRESS = 5;
    private static final long FIRST_PAUSE_MILLIS = 100;

    /// Opens the remote file from a byte on; checks that it is still the same file when it can.
    public interface Opener {
        /// @param offset bytes to leave out
        /// @throws DoorProblem ends the stream when its kind is not passing, or is CHANGED or GONE
        InputStream open(long offset) throws IOException;
    }

    private final Opener opener;
    private final long size;
    private long position;
    private int tries;
    private @Nullable InputStream current;

    /// @param size the size that was listed, in bytes
    public ResumingStream(Opener opener, long size) {
        this.opener = opener;
        this.size = size;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (true) {
            try {
                InputStream in = current == null ? reopen() : current;
                if (position == size) {
                    return end(in);
                }
                int count = in.read(bytes, offset, (int) Math.min(length, size - position));
                if (count > 0) {
                    position += count;
                    tries = 0;
                    return count;
                }
                throw new DoorProblem(DoorProblem.Kind.CUT, "the stream ended before the size that was listed");
            } catch (IOException broken) {
                retryOrThrow(broken);
            }
        }
    }

    /// One byte more than was listed means that the partner is still writing.
    private int end(InputStream in) throws IOException {
        if (tries == 0 && in.read() >= 0) {
            throw new DoorProblem(DoorProblem.Kind.CHANGED, "a file grew while it was read");
        }
        return -1;
    }

    private InputStream reopen() throws IOException {
        InputStream opened = opener.open(position);
        current = opened;
        return opened;
    }

    private void retryOrThrow(IOException broken) throws IOException {
        closeCurrent();
        boolean hopeless = broken instanceof DoorProblem problem
                && (!problem.kind().passing()
                        || problem.kind() == DoorProblem.Kind.CHANGED
                        || problem.kind() == DoorProblem.Kind.GONE);
        if (hopeless) {
            throw broken;
        }
        if (++tries > TRIES_WITHOUT_PROGRESS) {
            throw broken instanceof DoorProblem problem
                    ? problem
                    : new DoorProblem(DoorProblem.Kind.CUT, "the connection broke again and again", broken);
        }
        pause(tries);
    }

    /// Waits before try number `attempt`: 0.1 s, then twice as long each time.
    public static void pause(int attempt) throws DoorProblem {
        try {
            Thread.sleep(Duration.ofMillis(FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 6)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DoorProblem(DoorProblem.Kind.CUT, "reading was stopped from this side", stopped);
        }
    }

    private void closeCurrent() {
        InputStream closing = current;
        current = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (IOException alreadyBroken) {
            // The stream is given up in any case: that it cannot be closed in peace tells nothing new.
            current = null;
        }
    }

    @Override
    public void close() {
        closeCurrent();
    }
}
