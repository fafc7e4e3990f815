package org.safepassage.connectors.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// nginx over TLS on the loopback: one folder of files with ranges and ETags, and one that takes PUT, MOVE and DELETE
/// (ngx_http_dav_module). Answers only who shows a certificate of the given authority, when there is one.
public final class Nginx implements AutoCloseable {
    private final Path folder;
    private final Peer peer;

    /// @param folder for configuration, logs and files
    /// @param certificate the server's, with its key beside it as `.key`
    /// @param clientAuthority who signs client certificates; empty when none is asked for
    /// @param more directives for the server block
    public Nginx(Path folder, Path certificate, String clientAuthority, String more) {
        this.folder = folder;
        try {
            Files.createDirectories(files());
            Files.createDirectories(folder.resolve("dav"));
            int port = Peer.freePort();
            String key = certificate.toString().replaceAll("\\.pem$", ".key");
            String client = clientAuthority.isEmpty()
                    ? ""
                    : "ssl_client_certificate " + clientAuthority + "; ssl_verify_client on;";
            Path configuration = folder.resolve("nginx.conf");
            Files.writeString(configuration, """
                    daemon off;
                    worker_processes 1;
                    pid %1$s/pid;
                    error_log %1$s/error;
                    %6$s
                    events { worker_connections 256; }
                    http {
                      access_log off;
                      client_body_temp_path %1$s/body;
                      proxy_temp_path %1$s/proxy;
                      fastcgi_temp_path %1$s/fastcgi;
                      uwsgi_temp_path %1$s/uwsgi;
                      scgi_temp_path %1$s/scgi;
                      client_max_body_size 0;
                      server {
                        listen 127.0.0.1:%2$d ssl;
                        ssl_protocols TLSv1.2 TLSv1.3;
                        ssl_certificate %3$s;
                        ssl_certificate_key %4$s;
                        %5$s
                        location /files/ { alias %1$s/files/; etag on; }
                        location /dav/ { alias %1$s/dav/; dav_methods PUT DELETE MKCOL MOVE; create_full_put_path off; }
                        %7$s
                      }
                    }
                    """.formatted(
                            folder,
                            port,
                            certificate,
                            key,
                            client,
                            System.getProperty("user.name").equals("root") ? "user root;" : "",
                            more));
            peer = Peer.start(
                    "nginx",
                    port,
                    folder.resolve("log"),
                    List.of(
                            "/usr/sbin/nginx",
                            "-p",
                            folder.toString(),
                            "-e",
                            folder.resolve("error").toString(),
                            "-c",
                            configuration.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What it serves below `/files/`.
    public Path files() {
        return folder.resolve("files");
    }

    /// What was put below `/dav/`.
    public Path dav() {
        return folder.resolve("dav");
    }

    public int port() {
        return peer.port();
    }

    /// `https://localhost:PORT/`.
    public String url() {
        return "https://localhost:" + port() + "/";
    }

    @Override
    public void close() {
        peer.close();
    }
}
