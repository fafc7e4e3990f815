package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Dovecot over TLS on the loopback: every user enters with `right-secret` and has a mail folder of their
/// own. Started by root it keeps mail as `nobody`, since it never keeps any as root.
public final class Dovecot implements AutoCloseable {
    private final Path folder;
    private final Peer peer;

    /// @param certificate the server's, with its key beside it as `.key`
    public Dovecot(Path certificate) {
        try {
            // The junit folder is closed to others, and a socket's path has room for some hundred characters only.
            folder = Files.createTempDirectory(
                    Path.of("/tmp"),
                    "dc",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Path mail = Files.createDirectory(folder.resolve("mail"));
            Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxrwxrwx"));
            int port = Peer.freePort();
            boolean root = System.getProperty("user.name").equals("root");
            Object uid = root ? 65534 : Files.getAttribute(folder, "unix:uid");
            Object gid = root ? 65534 : Files.getAttribute(folder, "unix:gid");
            String self = System.getProperty("user.name");
            Path configuration = folder.resolve("dovecot.conf");
            Files.writeString(configuration, """
                    protocols = imap
                    listen = 127.0.0.1
                    base_dir = %1$s/run
                    state_dir = %1$s/state
                    log_path = %1$s/dovecot.log
                    %7$s
                    ssl = required
                    ssl_cert = <%3$s
                    ssl_key = <%4$s
                    mail_location = maildir:%1$s/mail/%%u
                    mail_max_userip_connections = 200
                    first_valid_uid = 1
                    first_valid_gid = 1
                    passdb {
                      driver = static
                      args = password=right-secret
                    }
                    userdb {
                      driver = static
                      args = uid=%5$s gid=%6$s home=%1$s/mail/%%u
                    }
                    service imap-login {
                      chroot =
                      inet_listener imap {
                        port = 0
                      }
                      inet_listener imaps {
                        address = 127.0.0.1
                        port = %2$d
                        ssl = yes
                      }
                    }
                    service anvil {
                      chroot =
                    }
                    service stats {
                      chroot =
                    }
                    """.formatted(
                            folder,
                            port,
                            certificate,
                            certificate.toString().replaceAll("\\.pem$", ".key"),
                            uid,
                            gid,
                            root ? "" : "default_login_user = " + self + "\ndefault_internal_user = " + self));
            peer = Peer.start(
                    "dovecot-imapd",
                    port,
                    folder.resolve("log"),
                    List.of("/usr/sbin/dovecot", "-F", "-c", configuration.toString()),
                    30);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return peer.port();
    }

    @Override
    public void close() {
        peer.close();
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException left) {
            // It lies in the system's temporary folder and holds invented mail.
        }
    }
}
