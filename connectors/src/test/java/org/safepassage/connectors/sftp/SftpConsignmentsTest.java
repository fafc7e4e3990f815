package org.safepassage.connectors.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.RecipientDoorContract;
import org.safepassage.connectors.peers.OpenSsh;
import org.safepassage.schemas.Content;

/// The SFTP sink against OpenSSH.
@Tag("slow")
class SftpConsignmentsTest extends RecipientDoorContract {
    @TempDir
    static Path serverFolder;

    static OpenSsh server;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServer() {
        server = new OpenSsh(serverFolder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

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
        var parameters = new HashMap<>(server.parameters());
        parameters.put("folder", inbox().toString());
        parameters.put("receiptsFolder", "../receipts");
        parameters.putAll(otherwise);
        parameters.values().removeIf(String::isEmpty);
        return Doors.openRecipient("sp-sftp-consignments-sink", parameters);
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
        return inbox().resolve(name).toFile().length();
    }

    @Override
    protected void putThere(String name, byte[] bytes) throws IOException {
        Files.write(inbox().resolve(name), bytes);
    }

    @Override
    protected void putReceipt(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve("receipts").resolve(name), bytes);
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("privateKeyFile", "", "password", "wrong-secret");
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("port", Integer.toString(port));
    }

    @Override
    protected int port() {
        return server.port();
    }

    @Test
    void aConsignmentTheRecipientTookAwayIsNotSentAgain() throws Exception {
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
    void aMissingFolderIsNamed() throws Exception {
        // Given
        try (var door = door(Map.of("folder", folder.resolve("nowhere").toString()))) {
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(10, 1)));
            var step = door.test().steps().getLast();
            // Then
            assertThat(delivery).isInstanceOf(Delivery.Failed.class);
            assertThat(step.name()).isEqualTo("list");
            assertThat(step.passed()).isFalse();
        }
    }
}
