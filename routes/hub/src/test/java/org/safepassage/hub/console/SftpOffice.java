package org.safepassage.hub.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/// A partner with OpenSSH's server (Debian package `openssh-server`) and case folders behind it; log-in by key, for the
/// user that runs the tests.
final class SftpOffice implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process process;

    private SftpOffice(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static SftpOffice open(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("cases"));
        Files.createDirectories(folder.resolve("done"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        for (String key : List.of("host", "client", "stranger")) {
            run(
                    "/usr/bin/ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-C",
                    "test",
                    "-f",
                    folder.resolve(key).toString());
        }
        Files.copy(folder.resolve("client.pub"), folder.resolve("authorized"));
        Files.createDirectories(Path.of("/run/sshd"));
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path settings = Files.writeString(folder.resolve("sshd_config"), """
                ListenAddress 127.0.0.1:%d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PermitRootLogin yes
                Subsystem sftp internal-sftp
                """.formatted(
                        port, folder.resolve("host"), folder.resolve("authorized")));
        if (!Files.isExecutable(Path.of("/usr/sbin/sshd")))
            throw new AssertionError("install the Debian package openssh-server");
        var process = new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> listens(port));
        return new SftpOffice(folder, port, process);
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new AssertionError(List.of(command) + ": " + said);
        return said;
    }

    int port() {
        return port;
    }

    /// What the partner's people tell on the telephone.
    String fingerprint() throws IOException, InterruptedException {
        return run("/usr/bin/ssh-keygen", "-l", "-f", folder.resolve("host.pub").toString())
                .split(" ")[1];
    }

    /// The private key that the partner lets in.
    String key() throws IOException {
        return Files.readString(folder.resolve("client"));
    }

    /// A private key that it does not know.
    String unknownKey() throws IOException {
        return Files.readString(folder.resolve("stranger"));
    }

    Path cases() {
        return folder.resolve("cases");
    }

    void put(String caseNumber, String content) throws IOException {
        Path place = Files.createDirectories(cases().resolve(caseNumber));
        Files.writeString(place.resolve("letter.txt"), "A letter that nobody reads.");
        Files.writeString(place.resolve("record.json"), content);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
