package org.safepassage.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.peers.Certificates;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.connectors.peers.Nginx;
import org.safepassage.connectors.plumbing.Fingerprint;

/// The JSON source through nginx, which wants a client certificate and serves large attachments itself.
@Tag("slow")
@Timeout(120)
class JsonCasesMutualTlsTest {
    @TempDir
    Path folder;

    private final InventedArchive archive = new InventedArchive();
    private Certificates certificates;
    private Nginx server;

    @BeforeEach
    void startServer() throws IOException {
        certificates = new Certificates(Files.createDirectory(folder.resolve("ca")), "Partner Authority");
        certificates.issue("hub");
        server = new Nginx(
                Files.createDirectory(folder.resolve("nginx")),
                certificates.issue("server"),
                certificates.ca().toString(),
                "location /v1/ { proxy_pass http://127.0.0.1:" + archive.port() + "; }");
    }

    @AfterEach
    void stopServer() {
        server.close();
        archive.close();
        assertThat(archive.faults).isEmpty();
    }

    private PartnerDoor door(int port, Map<String, String> otherwise) throws DoorProblem {
        var parameters = new HashMap<>(Map.of(
                "url", "https://localhost:" + port + "/v1/",
                "user", "hub",
                "password", "right-secret",
                "caFile", certificates.ca().toString(),
                "clientCertificateFile", folder.resolve("ca/hub.pem").toString(),
                "clientKeyFile", certificates.key("hub").toString(),
                "listPath", "cases",
                "recordsPointer", "/result/items",
                "caseNumberPointer", "/number"));
        parameters.putAll(Map.of(
                "attachmentsPointer", "/files/*", "attachmentPointer", "/href", "attachmentNamePointer", "/name"));
        parameters.putAll(otherwise);
        parameters.values().removeIf(String::isEmpty);
        return Doors.openPartner("sp-http-json-cases-source", parameters);
    }

    @Test
    void aLargeAttachmentComesWholeThroughACutLine() throws Exception {
        // Given: 60 MB, and a heap that is no concern of the door's
        Path video = server.files().resolve("video.mp4");
        var digest = Fingerprint.sha256();
        try (var out = Files.newOutputStream(video)) {
            var random = new Random(5);
            byte[] block = new byte[1 << 20];
            for (int number = 0; number < 60; number++) {
                random.nextBytes(block);
                digest.update(block);
                out.write(block);
            }
        }
        byte[] expected = digest.digest();
        archive.link("K-1", Map.of("video.mp4", "/files/video.mp4", "gone.mp4", "/files/gone.mp4"));
        try (var line = new CuttingLine(server.port());
                var door = door(line.port(), Map.of())) {
            Taken taken = new Taken();
            var read = Fingerprint.sha256();
            try (var arrivals = door.changes("")) {
                var arrival = arrivals.toList().getFirst();
                line.cutAfter(30_000_000);
                // When
                door.read(arrival, new ItemReader() {
                    @Override
                    public void item(Item item, InputStream bytes) throws IOException {
                        if (item.path().equals("video.mp4")) {
                            byte[] block = new byte[1 << 16];
                            for (int count = bytes.read(block); count > 0; count = bytes.read(block)) {
                                read.update(block, 0, count);
                            }
                        } else {
                            taken.item(item, bytes);
                        }
                    }

                    @Override
                    public void absent(Item item) {
                        taken.absent(item);
                    }
                });
            }
            // Then
            assertThat(read.digest()).isEqualTo(expected);
            assertThat(taken.absent).extracting(Item::path).containsExactly("gone.mp4");
            assertThat(line.connections()).isGreaterThan(1);
        }
    }

    @Test
    void withoutTheClientCertificateNothingIsListed() throws Exception {
        // Given
        try (var door = door(server.port(), Map.of("clientCertificateFile", "", "clientKeyFile", ""))) {
            // When
            var report = door.test();
            // Then
            assertThat(report.steps().getLast().name()).isEqualTo("authenticate");
            assertThat(report.steps().getLast().nextAction()).isEqualTo(DoorProblem.Kind.LOGIN_REFUSED.nextAction());
            assertThatThrownBy(() -> door.changes("")).hasMessageContaining("client certificate");
        }
        try (var door = door(server.port(), Map.of())) {
            assertThat(door.test().steps()).extracting(DoorReport.Step::passed).containsOnly(true);
        }
    }
}
