package org.safepassage.connectors.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.peers.MinaServer;
import org.safepassage.schemas.Content;

/// The one moment of a delivery that cannot be repeated blindly: the rename whose answer is lost.
class SftpRenameTest {
    private static final byte[] BYTES = "a consignment".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private interface Moment {
        void at(ServerSession session, Path part, Path file) throws IOException;
    }

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));
    }

    private Delivery deliver(Moment before, Moment after) throws IOException {
        var begun = new AtomicBoolean();
        var once = new AtomicBoolean();
        var listener = new SftpEventListener() {
            @Override
            public void moving(ServerSession session, Path part, Path file, Collection<CopyOption> options)
                    throws IOException {
                if (!begun.getAndSet(true)) {
                    before.at(session, part, file);
                }
            }

            @Override
            public void moved(
                    ServerSession session,
                    Path part,
                    Path file,
                    Collection<CopyOption> options,
                    @Nullable Throwable thrown)
                    throws IOException {
                if (!once.getAndSet(true)) {
                    after.at(session, part, file);
                }
            }
        };
        try (var server = new MinaServer(folder, listener)) {
            var parameters = new HashMap<>(server.parameters());
            parameters.put("folder", "inbox");
            stop = server::stop;
            try (var door = Doors.openRecipient("sp-sftp-consignments-sink", parameters)) {
                return door.deliver("sp-1", Content.of(BYTES));
            }
        }
    }

    private Runnable stop = () -> {};

    @Test
    void aRenameWhoseAnswerIsLostIsFoundDone() throws Exception {
        // When
        var delivery = deliver((session, part, file) -> {}, (session, part, file) -> session.close(true));
        // Then
        assertThat(delivery).isEqualTo(new Delivery.Delivered());
        assertThat(folder.resolve("inbox/sp-1")).hasBinaryContent(BYTES);
    }

    @Test
    void aRenameThatNeverHappenedIsDoneAgain() throws Exception {
        // When
        var delivery = deliver(
                (session, part, file) -> {
                    session.close(true);
                    throw new IOException("the server fell over before it renamed");
                },
                (session, part, file) -> {});
        // Then
        assertThat(delivery).isEqualTo(new Delivery.Delivered());
        assertThat(folder.resolve("inbox/sp-1")).hasBinaryContent(BYTES);
    }

    @Test
    void aFileThatIsUnderNeitherNameAfterALostRenameIsUnknown() throws Exception {
        // When: the recipient's own program takes the finished file away at once
        var delivery = deliver((session, part, file) -> {}, (session, part, file) -> {
            Files.delete(file);
            session.close(true);
        });
        // Then
        assertThat(delivery).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void aServerThatStaysAwayAfterALostRenameIsUnknown() throws Exception {
        // When
        var delivery = deliver((session, part, file) -> {}, (session, part, file) -> {
            session.close(true);
            Thread.ofPlatform().start(stop);
        });
        // Then
        assertThat(delivery).isInstanceOf(Delivery.Unknown.class);
    }
}
