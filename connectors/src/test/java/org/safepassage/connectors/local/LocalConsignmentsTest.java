package org.safepassage.connectors.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DeliveredConsignmentsContract;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.plumbing.BlockwiseStream;
import org.safepassage.schemas.Content;

/// The folder sink on a folder of this machine.
class LocalConsignmentsTest extends DeliveredConsignmentsContract {
    @TempDir
    Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectory(inbox());
        Files.createDirectory(folder.resolve("receipts"));
    }

    private Path inbox() {
        return folder.resolve("inbox");
    }

    @Override
    protected RecipientDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of("folder", inbox().toString(), "receiptsFolder", "../receipts"));
        parameters.putAll(otherwise);
        return Doors.openRecipient("sp-folder-consignments-sink", parameters);
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
    protected void putThere(String name, byte[] bytes) throws IOException {
        Files.write(inbox().resolve(name), bytes);
    }

    @Override
    protected void putReceipt(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve("receipts").resolve(name), bytes);
    }

    @Test
    void aConsignmentThatBreaksOffOnThisSideLeavesNothing() throws Exception {
        // Given
        Content breaking = new Content() {
            @Override
            public InputStream open() {
                return new BlockwiseStream() {
                    private int blocks;

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        if (blocks++ == 5) {
                            throw new IOException("the vault is away");
                        }
                        return length;
                    }
                };
            }

            @Override
            public long size() {
                return 400_000;
            }
        };
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", breaking);
            // Then
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind().passing()).isTrue());
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aLinkPutInTheWayIsNeitherFollowedNorOverwritten() throws Exception {
        // Given
        Path outside = Files.writeString(folder.resolve("outside"), "not ours");
        Files.createSymbolicLink(inbox().resolve("sp-1.part"), outside);
        Files.createSymbolicLink(inbox().resolve("sp-2"), outside);
        try (var door = door(Map.of())) {
            // When
            var overPart = door.deliver("sp-1", Content.of(noise(1_000, 1)));
            var overName = door.deliver("sp-2", Content.of(Files.readAllBytes(outside)));
            // Then
            assertThat(overPart).isEqualTo(new Delivery.Delivered());
            assertThat(overName)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Kind.OCCUPIED));
            assertThat(outside).hasContent("not ours");
        }
    }

    @Test
    void aConsignmentTheCourierTookIsNotWrittenAgain() throws Exception {
        // Given
        byte[] bytes = noise(1_000, 1);
        Files.createDirectory(folder.resolve("taken"));
        try (var door = door(Map.of("takenFolder", "../taken"))) {
            door.deliver("sp-1", Content.of(bytes));
            Files.move(inbox().resolve("sp-1"), folder.resolve("taken/sp-1"));
            // When
            var again = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(again).isEqualTo(new Delivery.AlreadyThere());
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aDriveThatIsNotPluggedInGetsNothing() throws Exception {
        // Given
        try (var door = door(Map.of("presenceFile", ".courier-drive-7"))) {
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(10, 1)));
            // Then
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Kind.UNREACHABLE));
            assertThat(names()).isEmpty();
            assertThat(door.test().steps().getLast().name()).isEqualTo("share");
        }
    }

    @Test
    void receiptsOfOneNameAreAllKept() throws Exception {
        // Given
        try (var door = door(Map.of())) {
            for (String text : List.of("first", "second")) {
                putReceipt("r.json", text.getBytes(StandardCharsets.UTF_8));
                // When
                door.acknowledgeReceipt(new ReceiptFile("r.json", Content.of(new byte[0])));
            }
            // Then
            assertThat(folder.resolve("receipts-done/r.json")).hasContent("first");
            assertThat(folder.resolve("receipts-done/r.json~2")).hasContent("second");
        }
    }

    @Test
    void foldersThatCannotWorkAreRefusedWhenTheDoorIsOpened() {
        for (var wrong : List.of(
                Map.of("folder", "relative"),
                Map.of("receiptsFolder", "."),
                Map.of("receiptsDoneFolder", "../receipts"),
                Map.of("mountPoint", "/nowhere"))) {
            // When, then
            assertThatThrownBy(() -> door(wrong))
                    .hasMessageContaining(wrong.keySet().iterator().next());
        }
    }
}
