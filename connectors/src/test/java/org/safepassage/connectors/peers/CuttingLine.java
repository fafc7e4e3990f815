package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// A TCP line to a server that can be cut after so many bytes, or go silent, to try what a door does then.
public final class CuttingLine implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final AtomicLong budget = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong carried = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private volatile boolean silent;
    private volatile BooleanSupplier arrived = () -> true;

    public CuttingLine(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /// Where to connect on 127.0.0.1.
    public int port() {
        return listening.getLocalPort();
    }

    /// How many connections were made so far.
    public int connections() {
        return connections.get();
    }

    /// How many bytes went either way so far.
    public long carried() {
        return carried.get();
    }

    /// Cuts all connections once, when this many more bytes have gone either way.
    public void cutAfter(long bytes) {
        cutAfter(bytes, () -> true);
    }

    /// The same, but holds back what follows those bytes until `there` says that the other side has put them where they
    /// belong: a cut throws away what a slow server has not read yet.
    public void cutAfter(long bytes, BooleanSupplier there) {
        arrived = there;
        budget.set(bytes);
    }

    /// Cuts all connections now and refuses new ones while `refuse`.
    public void refuse(boolean refuse) {
        refusing = refuse;
        cut();
    }

    /// Keeps connections open but carries nothing while `quiet`.
    public void silence(boolean quiet) {
        silent = quiet;
    }

    private void cut() {
        budget.set(Long.MAX_VALUE);
        open.forEach(CuttingLine::closeQuietly);
        open.clear();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                if (refusing) {
                    closeQuietly(from);
                    continue;
                }
                connections.incrementAndGet();
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(from);
                open.add(to);
                Thread.ofVirtual().start(() -> carry(from, to));
                Thread.ofVirtual().start(() -> carry(to, from));
            } catch (IOException closed) {
                // Closed by the test, or the server is down: the next connection shows it.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] bytes = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                while (silent) {
                    Thread.sleep(20);
                }
                if (budget.addAndGet(-count) < 0) {
                    while (!arrived.getAsBoolean()) {
                        Thread.sleep(20);
                    }
                    cut();
                    return;
                }
                carried.addAndGet(count);
                out.write(bytes, 0, count);
                out.flush();
            }
        } catch (IOException | InterruptedException ended) {
            // One side hung up: the other is hung up too.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is being thrown away.
        }
    }

    @Override
    public void close() {
        silent = false;
        try {
            listening.close();
        } catch (IOException ignored) {
            // It is being thrown away.
        }
        cut();
    }
}
