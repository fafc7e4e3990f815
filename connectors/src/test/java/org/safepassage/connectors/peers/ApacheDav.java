package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Apache httpd with mod_dav, a user `hub` with the password `right-secret`, over HTTP and TLS on the loopback.
public final class ApacheDav implements AutoCloseable {
    private final Path folder;
    private final Peer peer;
    private final int tlsPort;

    /// @param folder for configuration, log and share
    public ApacheDav(Path folder) {
        this.folder = folder;
        try {
            open(folder);
            open(Files.createDirectory(share()));
            open(Files.createDirectory(folder.resolve("lock")));
            Peer.run(
                    "apache2-utils",
                    List.of("/usr/bin/htpasswd", "-cbB", folder.resolve("users").toString(), "hub", "right-secret"));
            Peer.run(
                    "openssl",
                    List.of(
                            "/usr/bin/openssl",
                            "req",
                            "-x509",
                            "-newkey",
                            "rsa:2048",
                            "-nodes",
                            "-days",
                            "2",
                            "-subj",
                            "/CN=localhost",
                            "-addext",
                            "subjectAltName=DNS:localhost,IP:127.0.0.1",
                            "-keyout",
                            folder.resolve("key.pem").toString(),
                            "-out",
                            certificate().toString()));
            int port = Peer.freePort();
            tlsPort = Peer.freePort();
            Files.writeString(folder.resolve("httpd.conf"), configuration(port));
            peer = Peer.start(
                    "apache2",
                    port,
                    folder.resolve("log"),
                    List.of(
                            "/usr/sbin/apache2",
                            "-X",
                            "-d",
                            folder.toString(),
                            "-f",
                            folder.resolve("httpd.conf").toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Started by root it works as nobody, who must get at its folders.
    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private String configuration(int port) {
        return """
                ServerName localhost
                Listen 127.0.0.1:%1$d
                Listen 127.0.0.1:%2$d
                PidFile %3$s/pid
                ErrorLog %3$s/error
                %5$s
                LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
                LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
                LoadModule authn_file_module /usr/lib/apache2/modules/mod_authn_file.so
                LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
                LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
                LoadModule auth_basic_module /usr/lib/apache2/modules/mod_auth_basic.so
                LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so
                LoadModule socache_shmcb_module /usr/lib/apache2/modules/mod_socache_shmcb.so
                LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
                LoadModule dav_module /usr/lib/apache2/modules/mod_dav.so
                LoadModule dav_fs_module /usr/lib/apache2/modules/mod_dav_fs.so
                DavLockDB %3$s/lock/db
                DocumentRoot %4$s
                Redirect 301 /elsewhere/ http://127.0.0.2/
                <Directory %4$s>
                  Dav On
                  AuthType Basic
                  AuthName share
                  AuthUserFile %3$s/users
                  Require valid-user
                </Directory>
                Alias /read-only %4$s
                <Location /read-only>
                  <LimitExcept GET HEAD OPTIONS PROPFIND>
                    Require all denied
                  </LimitExcept>
                </Location>
                <VirtualHost 127.0.0.1:%2$d>
                  SSLEngine on
                  SSLCertificateFile %3$s/certificate.pem
                  SSLCertificateKeyFile %3$s/key.pem
                </VirtualHost>
                """.formatted(
                        port,
                        tlsPort,
                        folder,
                        share(),
                        System.getProperty("user.name").equals("root") ? "User nobody\nGroup nogroup" : "");
    }

    /// The folder it shares.
    public Path share() {
        return folder.resolve("share");
    }

    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    public int port() {
        return peer.port();
    }

    public int tlsPort() {
        return tlsPort;
    }

    @Override
    public void close() {
        peer.close();
    }
}
