package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A TCP line to a server that can be cut after so many bytes, or go silent, to try what a door does then.
public final class CuttingLine implements AutoCloseable {
    private final ServerSocket listening;
    private final List<ServerSocket> others = new ArrayList<>();
    private final AtomicLong budget = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong carried = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private volatile boolean silent;
    private volatile BooleanSupplier arrived = () -> true;

    public CuttingLine(int target) {
        this("127.0.0.1", target, List.of());
    }

    /// A line for a protocol of several connections: listens at another loopback address such as
    /// `127.0.0.2`, there also on ports that the server itself names, and carries each to the same port at
    /// 127.0.0.1.
    public CuttingLine(String address, int target, List<Integer> samePorts) {
        try {
            var here = InetAddress.getByName(address);
            listening = new ServerSocket(0, 50, here);
            Thread.ofVirtual().start(() -> accept(listening, target));
            for (int port : samePorts) {
                var more = bound(port, here);
                others.add(more);
                Thread.ofVirtual().start(() -> accept(more, port));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A port that a line before this one listened on is free a moment later.
    private static ServerSocket bound(int port, InetAddress here) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return new ServerSocket(port, 50, here);
            } catch (BindException notYet) {
                if (attempt == 50) {
                    throw notYet;
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
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

    /// The same, but holds back what follows those bytes until `there` says that the other side has put
    /// them where they belong: a cut throws away what a slow server has not read yet.
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

    private void accept(ServerSocket at, int target) {
        while (!at.isClosed()) {
            try {
                Socket from = at.accept();
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
            for (ServerSocket other : others) {
                other.close();
            }
        } catch (IOException ignored) {
            // It is being thrown away.
        }
        cut();
    }
}
