package org.safepassage.connectors.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.RecipientDoorContract;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.schemas.Content;

/// The HTTPS sink with resumable uploads: a tus server behind nginx, with client certificate and OAuth2.
@Tag("slow")
class TusConsignmentsTest extends RecipientDoorContract {
    @TempDir
    static Path folder;

    static Recipient recipient;

    @BeforeAll
    static void startServers() throws IOException {
        recipient = new Recipient(folder);
    }

    @AfterAll
    static void stopServers() {
        recipient.close();
    }

    @BeforeEach
    void emptyFolders() throws IOException {
        recipient.empty();
    }

    @Override
    protected RecipientDoor door(Map<String, String> otherwise) throws IOException {
        return recipient.door(otherwise);
    }

    @Override
    protected List<String> names() throws IOException {
        try (var files = Files.list(recipient.inbox())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    protected byte[] delivered(String name) throws IOException {
        return Files.readAllBytes(recipient.inbox().resolve(name));
    }

    @Override
    protected long there(String name) {
        return name.endsWith(".part")
                ? recipient.tus.unfinished()
                : recipient.inbox().resolve(name).toFile().length();
    }

    @Override
    protected void putThere(String name, byte[] bytes) throws IOException {
        Files.write(recipient.inbox().resolve(name), bytes);
    }

    @Override
    protected void putReceipt(String name, byte[] bytes) throws IOException {
        Files.write(recipient.receipts().resolve(name), bytes);
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("clientSecret", "wrong-secret");
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("url", Recipient.url(port), "tokenUrl", Recipient.url(port) + "token");
    }

    @Override
    protected int port() {
        return recipient.port();
    }

    /// What an earlier run left has an address that nobody knows any more: the server lets it expire.
    @Override
    @Test
    protected void aPartialFileOfAnEarlierRunIsReplaced() throws Exception {
        // Given: a run that ends in mid-upload
        byte[] bytes = noise(3_000_000, 1);
        try (var line = new CuttingLine(port());
                var killed = door(through(line.port()))) {
            long before = recipient.tus.unfinished();
            line.cutAfter(2_000_000, () -> recipient.tus.unfinished() > before + 500_000 && refuse(line));
            assertThat(killed.deliver("sp-1", Content.of(noise(20_000_000, 9)))).isInstanceOf(Delivery.Failed.class);
        }
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
            assertThat(names()).containsExactly("sp-1");
        }
    }

    private static boolean refuse(CuttingLine line) {
        line.refuse(true);
        return true;
    }

    @Test
    void aFileGoesInPiecesAndATokenThatEndsInMidRunIsRenewed() throws Exception {
        // Given
        byte[] bytes = noise(5_000_000, 4);
        int before = recipient.tokens.tokens();
        Content revoking = new Content() {
            private int opened;

            @Override
            public InputStream open() {
                if (++opened == 3) {
                    recipient.tokens.revoke();
                }
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return -1;
            }
        };
        try (var door = door(Map.of("pieceMegabytes", "1"))) {
            // When
            var delivery = door.deliver("sp-pieces", revoking);
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-pieces")).isEqualTo(bytes);
            assertThat(recipient.tokens.tokens() - before).isGreaterThan(2);
        }
    }

    @Test
    void aFileThatWasTakenAwayIsNotSentAgain() throws Exception {
        // Given
        Files.write(recipient.taken().resolve("sp-1"), new byte[0]);
        try (var door = door(Map.of("takenPath", "taken/{name}"))) {
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(10, 1)));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.AlreadyThere());
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aServerThatSpeaksNoTusIsNamed() throws Exception {
        // Given
        try (var door = door(Map.of("uploadPath", "inbox/"))) {
            // When
            var last = door.test().steps().getLast();
            // Then
            assertThat(last.name()).isEqualTo("list");
            assertThat(last.passed()).isFalse();
        }
        try (var door = door(Map.of())) {
            assertThat(door.test().steps()).extracting(DoorReport.Step::detail).contains("the server speaks tus 1.0.0");
        }
    }
}
