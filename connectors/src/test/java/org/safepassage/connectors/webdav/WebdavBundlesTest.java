package org.safepassage.connectors.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.bundles.HostileZips;
import org.safepassage.connectors.bundles.Zips;
import org.safepassage.connectors.peers.ApacheDav;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.connectors.peers.Peer;

/// The WebDAV source against Apache httpd's mod_dav.
@Tag("slow")
class WebdavBundlesTest extends PartnerDoorContract {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    static Path serverFolder;

    static ApacheDav server;
    static final AtomicLong tests = new AtomicLong();

    private String name = "";
    private final AtomicLong ticks = new AtomicLong();

    @BeforeAll
    static void startServer() {
        server = new ApacheDav(serverFolder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        name = "cases " + tests.incrementAndGet();
        Files.createDirectory(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private Path folder() {
        return server.share().resolve(name);
    }

    private String url(int port) {
        return "http://127.0.0.1:" + port + "/" + name.replace(" ", "%20");
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of("url", url(port()), "user", "hub", "password", "right-secret"));
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-webdav-bundles-source", parameters);
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) throws IOException {
        var members = new LinkedHashMap<>(exhibits);
        members.put("case.json", text("{\"number\":\"%s\",\"title\":\"%s\"}".formatted(number, title)));
        putFile(number + ".zip", Zips.of(members));
    }

    private void putFile(String file, byte[] bytes) throws IOException {
        Path place = folder().resolve(file);
        Files.write(place, bytes);
        Files.setLastModifiedTime(place, FileTime.from(START.plusSeconds(ticks.incrementAndGet())));
    }

    @Override
    protected void putManyCases(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            putCase("K-" + number, "one of many", Map.of());
        }
    }

    /// A WebDAV listing is one answer, so laziness is that no bundle is read before its turn.
    @Override
    @Test
    protected void aHugeListingIsLazy() throws Exception {
        // Given
        putManyCases(20);
        putFile("K-large.zip", Zips.of(Map.of("case.json", noise(2_000_000, 1))));
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
        return Map.of("url", url(Peer.freePort()));
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("url", url(port));
    }

    @Override
    protected int port() {
        return server.port();
    }

    @Test
    void theBundleItselfComesFirstAsItCame() throws Exception {
        // Given
        byte[] zip = Zips.of(Map.of("K-1/case.json", text("{}"), "K-1/photos/one.jpg", noise(1_000, 1)));
        putFile("K-1.zip", zip);
        try (var door = door(Map.of())) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes.entrySet().iterator().next().getValue()).isEqualTo(zip);
            assertThat(taken.parts)
                    .containsEntry("K-1.zip", Item.Part.ORIGINAL)
                    .containsEntry("case.json", Item.Part.RECORD)
                    .containsEntry("photos/one.jpg", Item.Part.EXHIBIT);
        }
    }

    @Test
    void updatesBelongToTheirCaseAndComeInOrder() throws Exception {
        // Given: all within one second, as an uploading program leaves them
        var time = FileTime.from(START);
        for (String file : List.of("K-1-update10.zip", "K-1-update2.zip", "K-1.zip", "notes.txt")) {
            putFile(file, Zips.of(Map.of("case.json", text("{}"), file, text(file))));
            Files.setLastModifiedTime(folder().resolve(file), time);
        }
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).extracting(Arrival::key).containsExactly("K-1", "K-1", "K-1");
            assertThat(arrivals)
                    .extracting(Arrival::place)
                    .containsExactly("K-1.zip", "K-1-update2.zip", "K-1-update10.zip");
        }
    }

    @Test
    void sealedBundlesAreMovedAndNeverOverwriteEarlierOnes() throws Exception {
        // Given
        try (var door = door(Map.of())) {
            for (String version : List.of("first", "second")) {
                putCase("K-1", version, Map.of());
                // When
                door.acknowledge(list(door, "").getFirst());
            }
            // Then
            try (var done = Files.list(folder().resolve("done"))) {
                assertThat(done.map(file -> file.getFileName().toString()))
                        .hasSize(2)
                        .contains("K-1.zip");
            }
            assertThat(list(door, "")).isEmpty();
        }
    }

    @Test
    void bundlesInFoldersBelowAreFoundAndMovedAway() throws Exception {
        // Given
        for (String below : List.of("north", "north/2026 Січань")) {
            Path place = Files.createDirectory(folder().resolve(below));
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        putCase("K-1", "one", Map.of());
        putCase("north/K-2", "two", Map.of());
        putCase("north/2026 Січань/K-3", "three", Map.of());
        try (var flat = door(Map.of());
                var deep = door(Map.of("subfolders", "true"))) {
            // When
            var arrivals = list(deep, "");
            // Then
            assertThat(list(flat, "")).extracting(Arrival::key).containsExactly("K-1");
            assertThat(arrivals).extracting(Arrival::key).containsExactly("K-1", "K-2", "K-3");
            for (var arrival : arrivals) {
                assertThat(Taken.from(deep, arrival).bytes).containsKey("case.json");
                deep.acknowledge(arrival);
            }
            assertThat(list(deep, "")).isEmpty();
            assertThat(folder().resolve("done")).isDirectoryContaining("glob:**/K-3.zip");
        }
    }

    @Test
    void namesOfOldZipProgramsAreRead() throws Exception {
        // Given
        var members = Map.of("case.json", text("{}"), "фото.txt", text("photo"));
        putFile("Справа №1 + ё.zip", Zips.of(members, Charset.forName("IBM866")));
        try (var door = door(Map.of())) {
            // When
            var arrival = list(door, "").getFirst();
            var taken = Taken.from(door, arrival);
            // Then
            assertThat(arrival.key()).isEqualTo("Справа №1 + ё");
            assertThat(taken.bytes).containsEntry("фото.txt", text("photo"));
        }
    }

    @Test
    void aHostileBundleHarmsOnlyItself() throws Exception {
        // Given
        byte[] good = Zips.of(Map.of("case.json", text("{}"), "a.txt", noise(5_000, 1)));
        var hostile = new LinkedHashMap<String, byte[]>();
        hostile.put("leaving", Zips.of(Map.of("../../etc/cron.d/x", text("x"))));
        hostile.put("absolute", Zips.of(Map.of("/etc/passwd", text("x"))));
        hostile.put("drive", Zips.of(Map.of("C:\\x", text("x"))));
        hostile.put("truncated", Arrays.copyOf(good, good.length - 30));
        hostile.put("no-zip", text("this is no bundle at all, only a name"));
        hostile.put("empty", new byte[0]);
        hostile.put("dense", Zips.of(Map.of("case.json", new byte[30 << 20])));
        hostile.put("twice", HostileZips.twoOfOneName());
        hostile.put("overlap", HostileZips.overlapping());
        hostile.put("damaged", HostileZips.damaged(good));
        hostile.put("lying", HostileZips.claimingLess());
        hostile.put("many", HostileZips.claimingManyMembers());
        for (var each : hostile.entrySet()) {
            putFile(each.getKey() + ".zip", each.getValue());
        }
        putFile("zz-good.zip", good);
        try (var door = door(Map.of("mostRatio", "100"))) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).hasSize(hostile.size() + 1);
            for (var arrival : arrivals) {
                if (arrival.key().equals("zz-good")) {
                    assertThat(Taken.from(door, arrival).bytes).hasSize(3);
                } else {
                    assertThatThrownBy(() -> Taken.from(door, arrival))
                            .as(arrival.key())
                            .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.HOSTILE));
                }
            }
        }
    }

    @Test
    void aMemberUnderPasswordIsRefusedAndTheRestIsRead() throws Exception {
        // Given
        putFile("K-1.zip", HostileZips.encryptedFlag(Zips.of(Map.of("locked.txt", text("x"))), 0));
        try (var door = door(Map.of())) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.absent).extracting(Item::presence).containsExactly(Item.Presence.REFUSED);
            assertThat(taken.bytes).containsOnlyKeys("K-1.zip");
        }
    }

    @Test
    void overTlsTheCertificateIsChecked() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note")));
        String url = "https://localhost:" + server.tlsPort() + "/" + name.replace(" ", "%20") + "/";
        try (var trusting =
                        door(Map.of("url", url, "caFile", server.certificate().toString()));
                var strict = door(Map.of("url", url))) {
            // When
            var arrivals = list(trusting, "");
            // Then
            assertThat(Taken.from(trusting, arrivals.getFirst()).bytes).containsKey("note.txt");
            assertThatThrownBy(() -> list(strict, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CERTIFICATE_REFUSED));
        }
    }

    @Test
    void aRedirectToAnotherServerIsNotFollowed() throws Exception {
        // Given
        try (var door = door(Map.of("url", "http://127.0.0.1:" + port() + "/elsewhere/"))) {
            // When, then
            assertThatThrownBy(() -> list(door, "")).hasMessageContaining("redirects are not followed");
        }
    }

    @Test
    void anUnencryptedLineBeyondTheLoopbackIsRefused() {
        for (String url : List.of("http://partner.example/x/", "ftp://127.0.0.1/", "http://127.0.0.1.example/x")) {
            // When, then
            assertThatThrownBy(() -> door(Map.of("url", url))).hasMessageContaining("url");
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamedAfterTheLogIn() throws Exception {
        // Given
        try (var door = door(Map.of("url", url(port()) + "-gone/"))) {
            // When
            var steps = door.test().steps();
            // Then
            assertThat(steps.stream().filter(DoorReport.Step::passed).map(DoorReport.Step::name))
                    .contains("authenticate");
            assertThat(steps.getLast().name()).isEqualTo("list");
            assertThat(steps.getLast().passed()).isFalse();
        }
    }

    @Test
    void anAccountThatMayOnlyReadFailsAtTheStepOfAcknowledging() throws Exception {
        // Given
        String readOnly = url(port()).replace("127.0.0.1:" + port(), "127.0.0.1:" + port() + "/read-only");
        try (var door = door(Map.of("url", readOnly));
                var leaving = door(Map.of("url", readOnly, "acknowledge", "none"))) {
            // When
            var steps = door.test().steps();
            // Then
            assertThat(steps.getLast().name()).isEqualTo("acknowledge");
            assertThat(steps.getLast().passed()).isFalse();
            assertThat(steps.getLast().nextAction()).isEqualTo(Kind.PERMISSION.nextAction());
            assertThat(leaving.test().passed()).isTrue();
        }
    }
}
