package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// OpenSSH's server with its sftp-server, for the user that runs the tests, by key.
public final class OpenSsh implements AutoCloseable {
    private static final String KEYGEN = "/usr/bin/ssh-keygen";
    private final Path folder;
    private final Peer peer;

    /// @param folder for keys, configuration and log
    public OpenSsh(Path folder) {
        this(folder, "internal-sftp");
    }

    /// The same for an account that may only read.
    public static OpenSsh readOnly(Path folder) {
        return new OpenSsh(folder, "internal-sftp -R");
    }

    private OpenSsh(Path folder, String subsystem) {
        this.folder = folder;
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            keygen("host");
            keygen("client");
            Files.copy(folder.resolve("client.pub"), folder.resolve("authorized"));
            Files.createDirectories(Path.of("/run/sshd"));
            int port = Peer.freePort();
            Files.writeString(folder.resolve("sshd_config"), """
                    ListenAddress 127.0.0.1:%d
                    HostKey %s
                    AuthorizedKeysFile %s
                    PidFile none
                    StrictModes no
                    UsePAM no
                    PasswordAuthentication yes
                    PermitRootLogin yes
                    MaxStartups 100
                    Subsystem sftp %s
                    """.formatted(
                            port, folder.resolve("host"), folder.resolve("authorized"), subsystem));
            peer = Peer.start(
                    "openssh-server",
                    port,
                    folder.resolve("log"),
                    List.of(
                            "/usr/sbin/sshd",
                            "-D",
                            "-e",
                            "-f",
                            folder.resolve("sshd_config").toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void keygen(String name) {
        String file = folder.resolve(name).toString();
        Peer.run("openssh-client", List.of(KEYGEN, "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file));
    }

    public int port() {
        return peer.port();
    }

    /// `SHA256:…` of the key it shows.
    public String fingerprint() {
        return Peer.run(
                        "openssh-client",
                        List.of(KEYGEN, "-l", "-f", folder.resolve("host.pub").toString()))
                .split(" ")[1];
    }

    /// What a door needs to log in: parameters of every SFTP Kamelet.
    public Map<String, String> parameters() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port()),
                "hostKey", fingerprint(),
                "user", System.getProperty("user.name"),
                "privateKeyFile", folder.resolve("client").toString(),
                "connectSeconds", "60");
    }

    /// The key it shows as in a .pub file.
    public String hostKey() {
        try {
            return Files.readString(folder.resolve("host.pub")).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}
