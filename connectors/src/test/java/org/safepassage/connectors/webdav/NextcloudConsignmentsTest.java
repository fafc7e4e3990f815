package org.safepassage.connectors.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.RecipientDoorContract;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.connectors.peers.NextcloudFake;
import org.safepassage.schemas.Content;

/// The WebDAV sink by Nextcloud's chunked upload, against a fake of what its manual says.
class NextcloudConsignmentsTest extends RecipientDoorContract {
    @TempDir
    Path folder;

    private NextcloudFake server;

    @BeforeEach
    void startServer() throws IOException {
        server = new NextcloudFake(folder);
        Files.createDirectory(inbox());
        Files.createDirectory(receipts());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Path inbox() {
        return server.files().resolve("for us");
    }

    private Path receipts() {
        return server.files().resolve("receipts");
    }

    @Override
    protected RecipientDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of(
                "user", "hub",
                "password", "right-secret",
                "upload", "nextcloud",
                "pieceMegabytes", "5",
                "temporarySuffix", ".arriving",
                "receiptsFolder", "../receipts"));
        parameters.putAll(through(port()));
        parameters.putAll(otherwise);
        return Doors.openRecipient("sp-webdav-consignments-sink", parameters);
    }

    @Override
    protected List<String> names() throws IOException {
        try (var files = Files.list(inbox())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    protected byte[] delivered(String name) throws IOException {
        return Files.readAllBytes(inbox().resolve(name));
    }

    @Override
    protected long there(String name) {
        if (!name.endsWith(".part")) {
            return inbox().resolve(name).toFile().length();
        }
        try (var files = Files.walk(server.uploads())) {
            return files.mapToLong(
                            file -> Files.isDirectory(file) ? 0 : file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException moving) {
            return 0;
        }
    }

    @Override
    protected void putThere(String name, byte[] bytes) throws IOException {
        Files.write(inbox().resolve(name), bytes);
    }

    @Override
    protected void putReceipt(String name, byte[] bytes) throws IOException {
        Files.write(receipts().resolve(name), bytes);
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("url", NextcloudFake.url(port) + "for%20us/", "uploadsUrl", NextcloudFake.uploadsUrl(port));
    }

    @Override
    protected int port() {
        return server.port();
    }

    /// A piece has 5 MB at least, so it takes a larger file to tell going on from beginning again.
    @Override
    @Test
    protected void aDeliveryCutInTheMiddleGoesOnWhereItBroke() throws Exception {
        // Given
        byte[] bytes = noise(16_000_000, 1);
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            line.cutAfter(12_000_000, () -> there("sp-1.part") > 11_000_000);
            // When
            var delivery = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
            assertThat(line.connections()).isGreaterThan(1);
            assertThat(line.carried()).isLessThan(22_500_000);
            assertThat(server.uploads()).isEmptyDirectory();
        }
    }

    @Override
    @Test
    protected void aPartialFileOfAnEarlierRunIsReplaced() throws Exception {
        // Given: pieces that were never put together, and a file that was never moved
        Path pieces = Files.createDirectory(server.uploads().resolve("safe-passage-sp-1"));
        Files.write(pieces.resolve("00001"), noise(6_000_000, 9));
        putThere("sp-1.arriving", noise(700_000, 9));
        byte[] bytes = noise(500_000, 1);
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
            assertThat(names()).containsExactly("sp-1");
        }
    }

    @Test
    void anAnswerThatIsLostWhenThePiecesArePutTogetherOrMovedIsAskedFor() throws Exception {
        // Given: the first MOVE puts together, the second gives the name
        byte[] bytes = noise(7_000_000, 1);
        server.losing.add("MOVE");
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
        }
    }

    @Test
    void piecesOnAnotherServerOrTooSmallAreRefused() {
        // When, then
        assertThatThrownBy(() -> door(Map.of("uploadsUrl", "https://other.example/remote.php/dav/uploads/hub/")))
                .hasMessageContaining("uploadsUrl");
        assertThatThrownBy(() -> door(Map.of("pieceMegabytes", "4"))).hasMessageContaining("pieceMegabytes");
        assertThatThrownBy(() -> door(Map.of("temporarySuffix", "/../x"))).hasMessageContaining("temporarySuffix");
    }
}
