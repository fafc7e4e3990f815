package org.safepassage.connectors.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.bundles.Zips;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.connectors.peers.NextcloudFake;
import org.safepassage.connectors.peers.Peer;

/// The WebDAV source through folders whose ETags tell of changes below, against a fake of what Nextcloud's manual says.
class NextcloudBundlesTest extends PartnerDoorContract {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private NextcloudFake server;
    private final AtomicLong ticks = new AtomicLong();

    @BeforeEach
    void startServer() throws IOException {
        server = new NextcloudFake(folder);
        for (String each : List.of("north", "north/2025", "north/2026", "south", "south/2026")) {
            Files.createDirectory(server.files().resolve(each));
        }
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of(
                "url", NextcloudFake.url(port()),
                "user", "hub",
                "password", "right-secret",
                "subfolders", "true",
                "skipUnchanged", "true"));
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-webdav-bundles-source", parameters);
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) throws IOException {
        put("north/2026", number, title, exhibits);
    }

    private void put(String place, String number, String title, Map<String, byte[]> exhibits) throws IOException {
        var members = new LinkedHashMap<>(exhibits);
        members.put("case.json", text("{\"number\":\"%s\",\"title\":\"%s\"}".formatted(number, title)));
        Path file = server.files().resolve(place).resolve(number + ".zip");
        Files.write(file, Zips.of(members));
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(ticks.incrementAndGet())));
    }

    @Override
    protected void putManyCases(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            putCase("K-" + number, "one of many", Map.of());
        }
    }

    /// A WebDAV listing is one answer a folder, so laziness is that no bundle is read before its turn.
    @Override
    @Test
    protected void aHugeListingIsLazy() throws Exception {
        // Given
        putManyCases(20);
        putCase("K-large", "large", Map.of("video.mp4", noise(2_000_000, 1)));
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).hasSize(21);
            assertThat(line.carried()).isLessThan(100_000);
        }
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> nobodyThere() {
        return Map.of("url", NextcloudFake.url(Peer.freePort()));
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("url", NextcloudFake.url(port));
    }

    @Override
    protected int port() {
        return server.port();
    }

    private List<String> listings() {
        return server.asked.stream()
                .filter(each -> each.startsWith("PROPFIND") && each.endsWith(" 1"))
                .map(each -> each.replaceAll("^PROPFIND /remote.php/dav/files/hub/| 1$", ""))
                .toList();
    }

    @Test
    void onlyFoldersThatChangedAreListedAgain() throws Exception {
        // Given
        put("north/2026", "K-1", "one", Map.of());
        put("south/2026", "K-2", "two", Map.of());
        try (var door = door(Map.of("acknowledge", "none"))) {
            var first = list(door, "");
            String cursor = first.getLast().cursor();
            // When: nothing changed
            server.asked.clear();
            var unchanged = list(door, cursor);
            var listedThen = listings();
            // When: something changed deep below
            put("north/2025", "K-3", "three", Map.of());
            server.asked.clear();
            var changed = list(door, cursor);
            // Then
            assertThat(first).extracting(Arrival::key).containsExactly("K-1", "K-2");
            assertThat(first.getFirst().cursor()).isEmpty();
            assertThat(unchanged).isEmpty();
            assertThat(listedThen).isEmpty();
            assertThat(changed).extracting(Arrival::key).containsExactly("K-3");
            assertThat(listings()).containsExactly("", "north/", "north/2025/");
            server.asked.clear();
            assertThat(list(door, changed.getLast().cursor())).isEmpty();
            assertThat(listings()).isEmpty();
        }
    }

    @Test
    void aListingCutInTheMiddleLeavesNothingOut() throws Exception {
        // Given
        put("north/2026", "K-1", "one", Map.of());
        put("south/2026", "K-2", "two", Map.of());
        try (var door = door(Map.of());
                var arrivals = door.changes("")) {
            // When: only the first is taken
            var first = arrivals.iterator().next();
            // Then
            assertThat(list(door, first.cursor())).extracting(Arrival::key).contains("K-2");
        }
    }

    @Test
    void withoutTrustInFolderTagsEverythingIsListed() throws Exception {
        // Given
        put("north/2026", "K-1", "one", Map.of());
        try (var door = door(Map.of("skipUnchanged", "false"))) {
            var first = list(door, "");
            // When, then
            assertThat(first.getLast().cursor()).isEmpty();
            assertThat(list(door, first.getLast().cursor())).isEqualTo(first);
        }
    }

    @Test
    void thatABundleIsStillTheSameIsAskedWithoutSendingItAgain() throws Exception {
        // Given
        put("north/2026", "K-1", "one", Map.of("note.txt", text("note")));
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            // When
            Taken.from(door, arrival);
            // Then
            assertThat(server.asked.getLast())
                    .isEqualTo("GET /remote.php/dav/files/hub/north/2026/K-1.zip If-None-Match");
        }
    }

    @Test
    void aBundleThatIsReplacedWhileItIsReadIsNotMixed() throws Exception {
        // Given
        put("north/2026", "K-1", "one", Map.of("video.mp4", noise(300_000, 1)));
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            // When, then: the same size, other bytes
            assertThatThrownBy(() -> door.read(arrival, new ItemReader() {
                        @Override
                        public void item(Item item, InputStream bytes) throws IOException {
                            put("north/2026", "K-1", "two", Map.of("video.mp4", noise(300_000, 2)));
                            bytes.readAllBytes();
                        }

                        @Override
                        public void absent(Item item) {}
                    }))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CHANGED));
        }
    }

    @Test
    void aCursorOfAnotherDoorIsNamed() throws Exception {
        // Given
        try (var door = door(Map.of())) {
            // When, then
            assertThatThrownBy(() -> list(door, "2026-01-01T00:00:00Z"))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CONFIGURATION));
        }
    }
}
