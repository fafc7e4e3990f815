package org.safepassage.connectors.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.RecipientDoorContract;
import org.safepassage.connectors.peers.ApacheDav;
import org.safepassage.schemas.Content;

/// The WebDAV sink against Apache httpd's mod_dav, in pieces that it takes by `Content-Range`.
@Tag("slow")
class DavConsignmentsTest extends RecipientDoorContract {
    @TempDir
    static Path serverFolder;

    static ApacheDav server;
    static final AtomicLong tests = new AtomicLong();

    private String name = "";

    @BeforeAll
    static void startServer() {
        server = new ApacheDav(serverFolder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeFolders() throws IOException {
        name = getClass().getSimpleName() + " " + tests.incrementAndGet();
        for (Path folder : List.of(house(), inbox(), receipts(), house().resolve("taken"))) {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    private Path house() {
        return server.share().resolve(name);
    }

    private Path inbox() {
        return house().resolve("in box");
    }

    private Path receipts() {
        return house().resolve("receipts");
    }

    private String url(int port) {
        return "http://127.0.0.1:" + port + "/" + name.replace(" ", "%20") + "/in%20box";
    }

    String upload() {
        return "ranges";
    }

    @Override
    protected RecipientDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of(
                "url", url(port()),
                "user", "hub",
                "password", "right-secret",
                "upload", upload(),
                "pieceMegabytes", "1",
                "receiptsFolder", "../receipts"));
        parameters.putAll(otherwise);
        return Doors.openRecipient("sp-webdav-consignments-sink", parameters);
    }

    @Override
    protected List<String> names() throws IOException {
        try (var files = Files.list(inbox())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith(".")) // what mod_dav keeps for itself
                    .sorted()
                    .toList();
        }
    }

    @Override
    protected byte[] delivered(String file) throws IOException {
        return Files.readAllBytes(inbox().resolve(file));
    }

    @Override
    protected long there(String file) {
        return inbox().resolve(file).toFile().length();
    }

    @Override
    protected void putThere(String file, byte[] bytes) throws IOException {
        Files.write(inbox().resolve(file), bytes);
    }

    @Override
    protected void putReceipt(String file, byte[] bytes) throws IOException {
        Files.write(receipts().resolve(file), bytes);
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("url", url(port));
    }

    @Override
    protected int port() {
        return server.port();
    }

    @Test
    void aFileThatComesBetweenTheLookAndTheMoveIsNotOverwritten() throws Exception {
        // Given
        byte[] theirs = noise(1_000, 2);
        Content late = new Content() {
            @Override
            public InputStream open() throws IOException {
                putThere("sp-1", theirs);
                return new ByteArrayInputStream(noise(1_000, 1));
            }

            @Override
            public long size() {
                return 1_000;
            }
        };
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", late);
            // Then
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Kind.OCCUPIED));
            assertThat(delivered("sp-1")).isEqualTo(theirs);
        }
    }

    @Test
    void aConsignmentTheRecipientTookAwayIsNotSentAgain() throws Exception {
        // Given
        byte[] bytes = noise(1_000, 1);
        try (var door = door(Map.of("takenFolder", "../taken"))) {
            door.deliver("sp-1", Content.of(bytes));
            Files.move(inbox().resolve("sp-1"), house().resolve("taken/sp-1"));
            // When
            var again = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(again).isEqualTo(new Delivery.AlreadyThere());
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aMissingFolderIsNamed() throws Exception {
        // Given
        try (var door = door(Map.of("url", url(port()) + "-gone/"))) {
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(10, 1)));
            var step = door.test().steps().getLast();
            // Then
            assertThat(delivery).isInstanceOf(Delivery.Failed.class);
            assertThat(step.name()).isEqualTo("list");
            assertThat(step.nextAction()).isEqualTo(Kind.NOT_FOUND.nextAction());
        }
    }
}
