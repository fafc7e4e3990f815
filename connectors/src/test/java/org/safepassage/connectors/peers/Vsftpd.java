package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// vsftpd with TLS demanded on both channels and TLS sessions reused, for the user that runs the tests: its
/// anonymous account with a list of passwords, so that no account of the machine is needed.
public final class Vsftpd implements AutoCloseable {
    private static final int DATA_PORTS = 12;

    private final Path home;
    private final Peer peer;
    private final int firstDataPort;

    /// @param folder for configuration, passwords and log; `home` in it is what the account sees
    /// @param certificate the server's, in PEM; its key beside it
    /// @param tls whether the server offers TLS; without it nothing is protected
    public Vsftpd(Path folder, Path certificate, Path key, boolean tls) {
        home = folder.resolve("home");
        int port = Peer.freePort();
        firstDataPort = Peer.freePort();
        try {
            Files.createDirectories(home);
            Files.writeString(folder.resolve("passwords"), "right-secret\n");
            Path configuration = folder.resolve("vsftpd.conf");
            Files.writeString(configuration, """
                    listen=YES
                    listen_address=127.0.0.1
                    listen_port=%d
                    pasv_min_port=%d
                    pasv_max_port=%d
                    background=NO
                    seccomp_sandbox=NO
                    run_as_launching_user=YES
                    ftp_username=%s
                    anonymous_enable=YES
                    local_enable=NO
                    anon_root=%s
                    secure_email_list_enable=YES
                    email_password_file=%s
                    write_enable=YES
                    anon_upload_enable=YES
                    anon_mkdir_write_enable=YES
                    anon_other_write_enable=YES
                    anon_world_readable_only=NO
                    ssl_enable=%s
                    allow_anon_ssl=YES
                    force_anon_logins_ssl=YES
                    force_anon_data_ssl=YES
                    require_ssl_reuse=YES
                    ssl_ciphers=HIGH
                    rsa_cert_file=%s
                    rsa_private_key_file=%s
                    xferlog_enable=YES
                    log_ftp_protocol=YES
                    vsftpd_log_file=%s
                    """.formatted(
                            port,
                            firstDataPort,
                            firstDataPort + DATA_PORTS - 1,
                            System.getProperty("user.name"),
                            home,
                            folder.resolve("passwords"),
                            tls ? "YES" : "NO",
                            certificate,
                            key,
                            folder.resolve("vsftpd.log")));
            peer = Peer.start(
                    "vsftpd", port, folder.resolve("log"), List.of("/usr/sbin/vsftpd", configuration.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return peer.port();
    }

    /// What the account sees.
    public Path home() {
        return home;
    }

    /// Where data channels are opened.
    public List<Integer> dataPorts() {
        return IntStream.range(firstDataPort, firstDataPort + DATA_PORTS)
                .boxed()
                .toList();
    }

    /// What a door needs to log in.
    public Map<String, String> parameters() {
        return Map.of(
                "host", "127.0.0.1", "port", Integer.toString(port()), "user", "anonymous", "password", "right-secret");
    }

    @Override
    public void close() {
        peer.close();
    }
}
