package org.safepassage.connectors.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.peers.MountedShare;
import org.safepassage.schemas.Content;

/// The folder doors on a file system that is mounted, unmounted, mounted read-only and full: what a share
/// or a drive does.
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
        for (String way : List.of("move", "mark")) {
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

    private RecipientDoor sink() throws Exception {
        return Doors.openRecipient(
                "sp-folder-consignments-sink", Map.of("folder", share.toString(), "mountPoint", share.toString()));
    }

    private List<String> delivered() throws Exception {
        try (var files = Files.list(share)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void isFailed(Delivery delivery, Kind kind) {
        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @Test
    void aFullDriveIsToldBeforeAndWhileItIsWrittenAndKeepsNoHalfFile() throws Exception {
        // Given
        MountedShare.mount(share, "size=1m");
        byte[] large = new byte[2_000_000];
        Content ofUnknownSize = new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(large);
            }

            @Override
            public long size() {
                return -1;
            }
        };
        try (var door = sink()) {
            // When
            var told = door.deliver("sp-1", Content.of(large));
            var found = door.deliver("sp-1", ofUnknownSize);
            // Then
            isFailed(told, Kind.FULL);
            isFailed(found, Kind.FULL);
            assertThat(delivered()).isEmpty();
            assertThat(door.deliver("sp-2", Content.of(new byte[500_000]))).isEqualTo(new Delivery.Delivered());
        }
    }

    @Test
    void aDriveThatMayOnlyBeReadIsTold() throws Exception {
        // Given
        MountedShare.mount(share, "size=1m");
        MountedShare.readOnly(share);
        try (var door = sink()) {
            // When, then
            isFailed(door.deliver("sp-1", Content.of(new byte[10])), Kind.PERMISSION);
            assertThat(door.test().steps().getLast().name()).isEqualTo("write");
            assertThat(door.test().passed()).isFalse();
        }
    }

    @Test
    void nothingIsWrittenWhereTheDriveShouldBeAndIsNot() throws Exception {
        // Given
        try (var door = sink()) {
            // When, then
            isFailed(door.deliver("sp-1", Content.of(new byte[10])), Kind.UNREACHABLE);
            assertThat(delivered()).isEmpty();
        }
    }
}
