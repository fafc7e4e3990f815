package org.safepassage.connectors.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A hostile or broken server: a fake that answers each connection with bytes no honest program sends.
final class RawServer implements AutoCloseable {
    /// Writes an answer after the request's head has come.
    interface Answer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listening;

    RawServer(Answer answer) {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(() -> accept(answer));
    }

    private void accept(Answer answer) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket, answer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket accepted, Answer answer) {
        try (Socket socket = accepted) {
            int ends = 0;
            var in = socket.getInputStream();
            for (int next = in.read(); next >= 0 && ends < 2; next = ends < 2 ? in.read() : next) {
                ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
            }
            answer.to(socket.getOutputStream());
        } catch (IOException | InterruptedException hungUp) {
            // The door has had enough: that is what is tested.
        }
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/";
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException ignored) {
            // It is being thrown away.
        }
    }
}
