package org.safepassage.connectors.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.peers.ApacheDav;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.schemas.Content;

/// The HTTPS sink in one request, PUT to nginx; and to Apache, which knows `If-None-Match`.
class PutConsignmentsTest extends TusConsignmentsTest {
    private static final Map<String, String> PUT =
            Map.of("protocol", "put", "uploadPath", "inbox/{name}", "takenPath", "taken/{name}");

    @Override
    protected RecipientDoor door(Map<String, String> otherwise) throws IOException {
        return super.door(with(PUT, otherwise));
    }

    /// One request cannot go on in the middle: the next try begins again, and nobody sees half a file.
    @Override
    @Test
    protected void aDeliveryCutInTheMiddleGoesOnWhereItBroke() throws Exception {
        // Given
        byte[] bytes = noise(4_000_000, 1);
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            line.cutAfter(3_000_000);
            // When
            var first = door.deliver("sp-1", Content.of(bytes));
            var namesThen = names();
            var second = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(first)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind().passing()).isTrue());
            assertThat(namesThen).isEmpty();
            assertThat(second).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
        }
    }

    @Override
    @Test
    protected void aPartialFileOfAnEarlierRunIsReplaced() throws Exception {
        // Given: with one request there is none; a file of that name is somebody else's and stays
        putThere("sp-1.part", noise(10, 1));
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(500_000, 1)));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(names()).containsExactly("sp-1", "sp-1.part");
        }
    }

    @Override
    @Test
    void aFileGoesInPiecesAndATokenThatEndsInMidRunIsRenewed() throws Exception {
        // Given
        byte[] bytes = noise(500_000, 4);
        try (var door = door(Map.of())) {
            door.deliver("sp-1", Content.of(bytes));
            recipient.tokens.revoke();
            // When
            var delivery = door.deliver("sp-2", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-2")).isEqualTo(bytes);
        }
    }

    @Override
    @Test
    void aServerThatSpeaksNoTusIsNamed() throws Exception {
        // Given
        try (var door = door(Map.of())) {
            // When, then
            assertThat(door.test().passed()).isTrue();
        }
    }

    @Test
    void aServerThatKnowsConditionsNeverOverwrites(@TempDir Path apache) throws Exception {
        // Given: the file comes between the look and the upload
        try (var server = new ApacheDav(apache)) {
            Path inbox = Files.createDirectory(server.share().resolve("inbox"));
            Files.setPosixFilePermissions(inbox, PosixFilePermissions.fromString("rwxrwxrwx"));
            byte[] theirs = noise(1_000, 2);
            try (var door = Doors.openRecipient(
                    "sp-https-consignments-sink",
                    Map.of(
                            "url", "http://127.0.0.1:" + server.port() + "/inbox/",
                            "user", "hub",
                            "password", "right-secret",
                            "protocol", "put",
                            "uploadPath", "{name}"))) {
                Content late = new Content() {
                    @Override
                    public InputStream open() throws IOException {
                        Files.write(inbox.resolve("sp-1"), theirs);
                        return new ByteArrayInputStream(noise(1_000, 1));
                    }

                    @Override
                    public long size() {
                        return 1_000;
                    }
                };
                // When
                var delivery = door.deliver("sp-1", late);
                // Then
                assertThat(delivery)
                        .isInstanceOfSatisfying(
                                Delivery.Failed.class,
                                failed -> assertThat(failed.kind()).isEqualTo(Kind.OCCUPIED));
                assertThat(Files.readAllBytes(inbox.resolve("sp-1"))).isEqualTo(theirs);
            }
        }
    }
}
