package org.safepassage.rehearsal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderOverSftpTest {
    @TempDir
    Path folder;

    @Test
    void aClientThatPinsTheHostKeyListsReadsAndRenames() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("outbox"));
        Files.writeString(folder.resolve("outbox/record.json"), "{}", StandardCharsets.UTF_8);

        try (var server = FolderOverSftp.start(folder, Credentials.random("hub"))) {
            // When
            var names = new ArrayList<String>();
            withClient(server, server.credentials().password(), sftp -> {
                for (var entry : sftp.readDir("/outbox")) {
                    names.add(entry.getFilename());
                }
                sftp.rename("/outbox/record.json", "/outbox/record.done");
            });

            // Then
            assertThat(names).contains("record.json");
            assertThat(folder.resolve("outbox/record.done")).exists();
        }
    }

    @Test
    void nothingOutsideTheFolderCanBeNamed() throws Exception {
        // Given
        Files.writeString(folder.resolve("secret.txt"), "not yours", StandardCharsets.UTF_8);
        var root = Files.createDirectories(folder.resolve("root"));

        // When, Then
        try (var server = FolderOverSftp.start(root, Credentials.random("hub"))) {
            withClient(
                    server,
                    server.credentials().password(),
                    sftp -> assertThatThrownBy(() -> sftp.stat("/../secret.txt"))
                            .isInstanceOf(IOException.class));
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        try (var server = FolderOverSftp.start(folder, Credentials.random("hub"))) {
            assertThatThrownBy(() -> withClient(server, "guess", sftp -> {})).isInstanceOf(IOException.class);
        }
    }

    private interface Work {
        void with(SftpClient sftp) throws IOException;
    }

    private static void withClient(FolderOverSftp server, String password, Work work) throws IOException {
        var seen = new AtomicReference<>("");
        try (var client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> {
                seen.set(KeyUtils.getFingerPrint(key));
                return KeyUtils.getFingerPrint(key).equals(server.fingerprint());
            });
            client.start();
            try (var session = client.connect("hub", server.host(), server.port())
                    .verify(10_000)
                    .getSession()) {
                session.addPasswordIdentity(password);
                session.auth().verify(10_000);
                try (var sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    work.with(sftp);
                }
            }
        }
        assertThat(seen.get()).startsWith("SHA256:");
    }
}
