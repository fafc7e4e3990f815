package org.safepassage.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicBoolean;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// The body of one sending, streamed as fast as the server takes it. Knows when the server last took something, since
/// the JDK's client has no limit for a server that stops taking.
final class SentBody {
    private final Ask.Body body;
    private final AtomicBoolean unreadable = new AtomicBoolean();
    private volatile long lastTaken = System.nanoTime();

    SentBody(Ask.Body body) {
        this.body = body;
    }

    /// Nanoseconds since the server last took a piece.
    long quiet() {
        return System.nanoTime() - lastTaken;
    }

    /// Whether it was this side that could not go on.
    boolean unreadable() {
        return unreadable.get();
    }

    BodyPublisher publisher() {
        return body.length() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), body.length());
    }

    private InputStream open() {
        try {
            InputStream in = body.content().open();
            in.skipNBytes(body.from());
            return new Taken(in);
        } catch (IOException failed) {
            unreadable.set(true);
            throw new UncheckedIOException(failed);
        }
    }

    private final class Taken extends BlockwiseStream {
        private final InputStream in;
        private long left = body.length();

        Taken(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            lastTaken = System.nanoTime();
            if (left == 0) {
                return -1;
            }
            try {
                int count = in.readNBytes(bytes, offset, (int) Math.min(length, left));
                if (count == 0 && length > 0) {
                    throw new IOException("shorter than it was said to be");
                }
                left -= count;
                return count;
            } catch (IOException failed) {
                unreadable.set(true);
                throw new DoorProblem(Kind.CUT, "what is sent cannot be read on this side", failed);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
