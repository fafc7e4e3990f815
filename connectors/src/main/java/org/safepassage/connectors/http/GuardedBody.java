package org.safepassage.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// A body that ends with a problem when the server is silent for too long, or so slow that it only pretends to send:
/// fewer than 64 bytes a second, counted over as much waiting as silence may last. Time in which nobody reads does not
/// count. The JDK's client limits the wait for an answer's head only.
final class GuardedBody extends BlockwiseStream {
    private static final long LEAST_BYTES_A_SECOND = 64;

    private final InputStream in;
    private final long silenceNanos;
    private final long leastBytes;
    private final String place;
    private final Thread watch;
    private volatile long readingSince;
    private volatile boolean reading;
    private volatile boolean silent;
    private long waited;
    private long came;

    GuardedBody(InputStream in, Duration silence, String place) {
        this.in = in;
        this.silenceNanos = silence.toNanos();
        this.leastBytes = Math.max(1, silence.toMillis() * LEAST_BYTES_A_SECOND / 1_000);
        this.place = place;
        this.watch = Thread.ofVirtual().name("http-silence").start(this::watch);
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
        long start = System.nanoTime();
        readingSince = start;
        reading = true;
        try {
            int count = in.read(bytes, offset, length);
            if (silent) {
                throw new IOException("closed for silence");
            }
            tooSlow(System.nanoTime() - start, count);
            return count;
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException broken) {
            throw silent
                    ? new DoorProblem(Kind.TIMED_OUT, place + " fell silent in the middle", broken)
                    : new DoorProblem(Kind.CUT, "the connection to " + place + " broke", broken);
        } finally {
            reading = false;
        }
    }

    private void tooSlow(long nanos, int count) throws IOException {
        waited += nanos;
        came += Math.max(count, 0);
        if (waited < silenceNanos) {
            return;
        }
        if (count >= 0 && came < leastBytes) {
            in.close();
            throw new DoorProblem(Kind.TIMED_OUT, place + " sends too slowly to be believed");
        }
        waited = 0;
        came = 0;
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        in.close();
    }
}
