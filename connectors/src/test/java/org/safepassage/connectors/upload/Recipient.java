package org.safepassage.connectors.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.peers.Certificates;
import org.safepassage.connectors.peers.Nginx;
import org.safepassage.connectors.peers.TokenServer;
import org.safepassage.connectors.peers.TusServer;

/// A recipient's house: nginx in front, which wants a client certificate and a token for everything, a tus server
/// behind it, and folders for what arrived, what was taken and receipts.
final class Recipient implements AutoCloseable {
    private final Path folder;
    private final Certificates certificates;
    final TokenServer tokens = new TokenServer();
    final TusServer tus;
    private final Nginx nginx;

    Recipient(Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of("inbox", "taken", "receipts", "tus", "ca", "nginx")) {
            Files.createDirectories(folder.resolve(name));
        }
        certificates = new Certificates(folder.resolve("ca"), "Recipient Authority");
        certificates.issue("hub");
        tus = new TusServer(folder.resolve("tus"), inbox());
        nginx = new Nginx(
                folder.resolve("nginx"),
                certificates.issue("server"),
                certificates.ca().toString(),
                """
                location = /token { proxy_pass http://127.0.0.1:%1$d; }
                location = /check { internal; proxy_pass http://127.0.0.1:%1$d; proxy_pass_request_body off;
                  proxy_set_header Content-Length ""; }
                location /upload/ { auth_request /check; proxy_pass http://127.0.0.1:%2$d;
                  proxy_request_buffering off; proxy_http_version 1.1; }
                location /inbox/ { auth_request /check; alias %3$s/inbox/; dav_methods PUT; }
                location /taken/ { auth_request /check; alias %3$s/taken/; }
                location /receipts/ { auth_request /check; alias %3$s/receipts/; dav_methods DELETE;
                  autoindex on; autoindex_format json; }
                """.formatted(tokens.port(), tus.port(), folder));
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    Path taken() {
        return folder.resolve("taken");
    }

    Path receipts() {
        return folder.resolve("receipts");
    }

    int port() {
        return nginx.port();
    }

    static String url(int port) {
        return "https://localhost:" + port + "/";
    }

    RecipientDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of(
                "url",
                url(port()),
                "auth",
                "oauth2",
                "tokenUrl",
                url(port()) + "token",
                "clientId",
                "hub",
                "clientSecret",
                "right-secret",
                "caFile",
                certificates.ca().toString(),
                "clientCertificateFile",
                folder.resolve("ca/hub.pem").toString(),
                "clientKeyFile",
                certificates.key("hub").toString(),
                "uploadPath",
                "upload/files",
                "existingPath",
                "inbox/{name}"));
        parameters.put("receiptsPath", "receipts/");
        parameters.putAll(otherwise);
        parameters.values().removeIf(String::isEmpty);
        return Doors.openRecipient("sp-https-consignments-sink", parameters);
    }

    void empty() throws IOException {
        for (Path each : List.of(inbox(), taken(), receipts())) {
            try (var files = Files.list(each)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        nginx.close();
        tus.close();
        tokens.close();
    }
}
