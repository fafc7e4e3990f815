package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server program started for a test.
public final class Peer implements AutoCloseable {
    private final Process process;
    private final int port;

    private Peer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts a program that listens on the port, and waits until it does.
    ///
    /// @param debianPackage named when the program is absent
    public static Peer start(String debianPackage, int port, Path log, List<String> command) {
        return start(debianPackage, port, log, command, 10);
    }

    /// @param seconds that the program may take to begin
    public static Peer start(String debianPackage, int port, Path log, List<String> command, int seconds) {
        program(debianPackage, command.getFirst());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            for (int attempt = 0; attempt < seconds * 20; attempt++) {
                if (listens(port)) {
                    return new Peer(process, port);
                }
                if (!process.isAlive()) {
                    throw new AssertionError(command.getFirst() + " stopped at once: " + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            process.destroyForcibly();
            throw new AssertionError(command.getFirst() + " does not listen: " + Files.readString(log));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /// Fails with the name of the Debian package when a program is absent.
    public static void program(String debianPackage, String path) {
        if (!Files.isExecutable(Path.of(path))) {
            throw new AssertionError("install the Debian package " + debianPackage + ": " + path + " is missing");
        }
    }

    /// Runs a program to its end.
    public static String run(String debianPackage, List<String> command) {
        program(debianPackage, command.getFirst());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + output);
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /// A port nobody listens on now.
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Where it listens on 127.0.0.1.
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
