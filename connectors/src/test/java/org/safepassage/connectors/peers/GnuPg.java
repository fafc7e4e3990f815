package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safepassage.connectors.Decryption;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.BlockwiseStream;

/// GnuPG with a key of its own: as a partner it encrypts to that key, in the place of the hub it opens what was
/// encrypted to it.
public final class GnuPg implements Decryption, AutoCloseable {
    private static final String PROGRAM = "/usr/bin/gpg";
    private static final String KEY = "hub@safe-passage.example";

    // Not in the test's own folder: the path of an agent's socket must be short.
    private final Path home;

    public GnuPg() {
        try {
            home = Files.createTempDirectory("gpg");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Peer.run("gnupg", command("--passphrase", "", "--quick-gen-key", KEY, "default", "default", "never"));
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<>(
                List.of(PROGRAM, "--homedir", home.toString(), "--batch", "--quiet", "--trust-model", "always"));
        command.addAll(List.of(arguments));
        return command;
    }

    /// The OpenPGP message of these bytes.
    public byte[] encrypt(byte[] plain) throws IOException {
        Path in = Files.write(home.resolve("plain"), plain);
        Path out = home.resolve("encrypted");
        Peer.run(
                "gnupg",
                command(
                        "--yes",
                        "--compress-algo",
                        "none",
                        "--output",
                        out.toString(),
                        "--recipient",
                        KEY,
                        "--encrypt",
                        in.toString()));
        return Files.readAllBytes(out);
    }

    @Override
    public InputStream open(InputStream encrypted) throws DoorProblem {
        try {
            return new Opened(
                    new ProcessBuilder(command("--decrypt"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start(),
                    encrypted);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What GnuPG gives while it is fed; its end counts when it says that all was well.
    private static final class Opened extends BlockwiseStream {
        private final Process process;
        private final Thread feeding;
        private volatile Throwable broken = new IllegalStateException("not fed to the end");

        Opened(Process process, InputStream encrypted) {
            this.process = process;
            this.feeding = Thread.ofVirtual().start(() -> feed(encrypted));
        }

        private void feed(InputStream encrypted) {
            try (OutputStream out = process.getOutputStream()) {
                byte[] bytes = new byte[8_192];
                boolean hearing = true;
                for (int count = encrypted.read(bytes); count >= 0; count = encrypted.read(bytes)) {
                    hearing = hearing && wrote(out, bytes, count);
                }
                broken = new DoorProblem(Kind.HOSTILE, "a message is not encrypted to the hub or was changed");
            } catch (IOException failed) {
                broken = failed;
            }
        }

        /// GnuPG stops listening when it refuses a message.
        private static boolean wrote(OutputStream out, byte[] bytes, int count) {
            try {
                out.write(bytes, 0, count);
                return true;
            } catch (IOException refused) {
                return false;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = process.getInputStream().read(bytes, offset, length);
            if (count < 0) {
                checkEnd();
            }
            return count;
        }

        private void checkEnd() throws IOException {
            try {
                feeding.join();
                if (process.waitFor() != 0) {
                    throw broken instanceof IOException known ? known : new IOException(broken);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException(stopped);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        Peer.run("gnupg", List.of("/usr/bin/gpgconf", "--homedir", home.toString(), "--kill", "all"));
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
