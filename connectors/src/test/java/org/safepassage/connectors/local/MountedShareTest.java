package org.safepassage.connectors.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.peers.MountedShare;

/// The folder source on a file system that is mounted, unmounted and mounted read-only: what a share does.
@Tag("slow")
class MountedShareTest {
    @TempDir
    Path folder;

    private Path share = Path.of("");

    @BeforeEach
    void makeMountPoint() throws Exception {
        share = Files.createDirectory(folder.resolve("share"));
    }

    @AfterEach
    void unmount() {
        MountedShare.unmountIfMounted(share);
    }

    private PartnerDoor door(Map<String, String> otherwise) throws Exception {
        var parameters = new java.util.HashMap<>(Map.of(
                "casesFolder", share.resolve("cases").toString(),
                "mountPoint", share.toString(),
                "settleSeconds", "0"));
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-folder-cases-source", parameters);
    }

    private void putCase() throws Exception {
        Files.createDirectories(share.resolve("cases/K-1"));
        Files.writeString(share.resolve("cases/K-1/record.json"), "{}");
    }

    private static Kind kind(Throwable thrown) {
        Throwable problem = thrown instanceof UncheckedIOException wrapped ? wrapped.getCause() : thrown;
        return ((DoorProblem) java.util.Objects.requireNonNull(problem)).kind();
    }

    @Test
    void aShareThatIsUnmountedIsNoPartnerWithoutCases() throws Exception {
        // Given: an empty folder of the same name stands below the mount
        Files.createDirectory(share.resolve("cases"));
        try (var door = door(Map.of())) {
            // When, then
            assertThatThrownBy(() -> door.changes(""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.UNREACHABLE));
            assertThat(door.test().steps().getLast().detail()).contains("mountPoint");
            MountedShare.mount(share, "size=1m");
            putCase();
            try (var arrivals = door.changes("")) {
                assertThat(arrivals).hasSize(1);
            }
            assertThat(door.test().passed()).isTrue();
        }
    }

    @Test
    void aShareThatMayOnlyBeReadIsRefusedByTheTestUnlessNothingIsAcknowledgedThere() throws Exception {
        // Given
        MountedShare.mount(share, "size=1m");
        putCase();
        MountedShare.readOnly(share);
        for (String way : java.util.List.of("move", "mark")) {
            try (var door = door(Map.of("acknowledge", way))) {
                // When
                var last = door.test().steps().getLast();
                // Then
                assertThat(last.name()).isEqualTo("acknowledge");
                assertThat(last.passed()).isFalse();
                assertThat(last.detail()).contains("read-only");
            }
        }
        try (var door = door(Map.of("acknowledge", "none"));
                var arrivals = door.changes("")) {
            assertThat(arrivals).hasSize(1);
            assertThat(door.test().passed()).isTrue();
        }
    }

    @Test
    void aDoneFolderOnAnotherFileSystemIsRefusedByTheTest() throws Exception {
        // Given
        MountedShare.mount(share, "size=1m");
        putCase();
        try (var door = door(Map.of("doneFolder", folder.resolve("done").toString()))) {
            // When
            var last = door.test().steps().getLast();
            // Then
            assertThat(last.passed()).isFalse();
            assertThat(last.detail()).contains("same file system");
        }
    }
}
