package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// Ends a read that hears nothing for too long. The JDK's HTTP client limits the wait for a response's head only,
/// so a server that drips or stops in the body would hold the reader for ever.
final class GuardedStream extends BlockwiseStream {
    private final InputStream in;
    private final long silenceNanos;
    private final Thread watch;
    private volatile long readingSince;
    private volatile boolean reading;
    private volatile boolean silent;

    GuardedStream(InputStream in, Duration silence) {
        this.in = in;
        this.silenceNanos = silence.toNanos();
        this.watch = Thread.ofVirtual().name("webdav-silence").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(Duration.ofNanos(Math.max(silenceNanos / 8, 1_000_000)));
                if (reading && System.nanoTime() - readingSince > silenceNanos) {
                    silent = true;
                    in.close();
                    return;
                }
            }
        } catch (InterruptedException | IOException closed) {
            // Closed by its reader, or broken anyway: nothing is left to watch.
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        readingSince = System.nanoTime();
        reading = true;
        try {
            int count = in.read(bytes, offset, length);
            if (silent) {
                throw new IOException("closed for silence");
            }
            return count;
        } catch (IOException broken) {
            throw silent
                    ? new DoorProblem(DoorProblem.Kind.TIMED_OUT, "the server fell silent in the middle", broken)
                    : broken;
        } finally {
            reading = false;
        }
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        in.close();
    }
}
