package org.safepassage.connectors.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.connectors.peers.Peer;

/// The JSON source against an invented partner: each record asked for on its own, pages counted.
class JsonCasesTest extends PartnerDoorContract {
    final InventedArchive archive = new InventedArchive();

    @AfterEach
    void everyExchangeWasAsTheDocumentHasIt() {
        archive.close();
        assertThat(archive.faults).isEmpty();
        assertThat(archive.asked).isNotEmpty();
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + "/v1/";
    }

    Map<String, String> parameters() {
        return Map.ofEntries(
                Map.entry("url", url(port())),
                Map.entry("user", "hub"),
                Map.entry("password", "right-secret"),
                Map.entry("listPath", "cases"),
                Map.entry("paging", "page"),
                Map.entry("sizeParameter", "size"),
                Map.entry("pageSize", "10"),
                Map.entry("recordsPointer", "/result/items"),
                Map.entry("caseNumberPointer", "/number"),
                Map.entry("idPointer", "/id"),
                Map.entry("changedPointer", "/changedAt"),
                Map.entry("sinceParameter", "since"),
                Map.entry("detailPath", "cases/{id}"),
                Map.entry("attachmentsPointer", "/files/*"),
                Map.entry("attachmentPointer", "/href"),
                Map.entry("attachmentNamePointer", "/name"),
                Map.entry("acknowledge", "request"),
                Map.entry("acknowledgePath", "cases/{id}/received"),
                Map.entry("acknowledgeBody", "{\"case\":\"{case}\"}"));
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(parameters());
        parameters.putAll(otherwise);
        parameters.values().removeIf(String::isEmpty);
        return Doors.openPartner("sp-http-json-cases-source", parameters);
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) {
        archive.put(number, title, exhibits);
    }

    @Override
    protected void putManyCases(int count) {
        for (int number = 0; number < count; number++) {
            archive.put("K-" + number, "one of many", Map.of());
        }
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> nobodyThere() {
        archive.asked.add("nothing: nobody is there");
        return Map.of("url", url(Peer.freePort()));
    }

    @Override
    protected Map<String, String> through(int port) {
        archive.asked.add("perhaps nothing: the line may be dead");
        return Map.of("url", url(port));
    }

    @Override
    protected int port() {
        return archive.port();
    }

    private List<String> keys(PartnerDoor door) throws IOException {
        return list(door, "").stream().map(Arrival::key).toList();
    }

    @Test
    void everyWayOfPagingGivesEveryRecordOnce() throws Exception {
        // Given
        putManyCases(37);
        for (var paging : List.of(
                Map.of("paging", "page"),
                Map.of("paging", "offset", "pageParameter", "offset"),
                Map.of("paging", "cursor", "pageParameter", "cursor", "nextPointer", "/cursor"),
                Map.of("paging", "link"),
                Map.of("paging", "link", "nextPointer", "/next"))) {
            try (var door = door(paging)) {
                // When
                var keys = keys(door);
                // Then
                assertThat(keys).as(paging.toString()).hasSize(37).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aRecordThatShiftsWhileThePartnerEditsIsNotLeftOut() throws Exception {
        // Given: before the second page is answered a case of the first is taken away, so one slips between the pages
        putManyCases(30);
        for (var paging : List.of(Map.of("paging", "page"), Map.of("paging", "offset", "pageParameter", "offset"))) {
            archive.put("K-0", "back again", Instant.parse("2026-01-01T00:00:00Z"), Map.of());
            var once = new AtomicBoolean();
            archive.meanwhile = query -> {
                boolean second = "2".equals(query.get("page")) || "10".equals(query.get("offset"));
                if (second && !once.getAndSet(true)) {
                    archive.remove("K-0");
                }
            };
            try (var door = door(paging)) {
                // When
                var keys = keys(door);
                // Then
                assertThat(keys).contains("K-10").doesNotHaveDuplicates();
                assertThat(keys.stream().filter(key -> !key.equals("K-0"))).hasSize(29);
            }
        }
    }

    @Test
    void aListingThatNeverComesToRestDoesNotMoveTheCursor() throws Exception {
        // Given: at every page a case is added in front
        putManyCases(25);
        var added = new AtomicInteger();
        archive.meanwhile = query -> archive.put(
                "N-" + added.incrementAndGet(),
                "new",
                Instant.parse("2026-01-01T01:00:00Z").minusSeconds(added.get()),
                Map.of());
        try (var door = door(Map.of("paging", "page"))) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals.stream().map(Arrival::key))
                    .contains("K-0", "K-24")
                    .doesNotHaveDuplicates();
            assertThat(arrivals.getLast().cursor()).isEmpty();
        }
    }

    @Test
    void aListingWithoutEndEndsAsAProblem() throws Exception {
        // Given
        putManyCases(20);
        archive.stuck = true;
        try (var counted = door(Map.of("paging", "page"));
                var linked = door(Map.of("paging", "link"))) {
            // When, then
            assertThatThrownBy(() -> list(counted, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CONFIGURATION))
                    .hasMessageContaining("pageParameter");
            assertThatThrownBy(() -> list(linked, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.PEER_FAULT))
                    .hasMessageContaining("circle");
        }
    }

    @Test
    void onlyWhatChangedIsAskedForAndWhatComesAgainIsKnown() throws Exception {
        // Given
        archive.put("K-old", "old", Instant.parse("2026-01-01T00:00:00Z"), Map.of());
        archive.put("K-1", "one", Instant.parse("2026-01-10T10:00:00Z"), Map.of());
        try (var door = door(Map.of("overlapSeconds", "600"))) {
            var first = list(door, "");
            archive.put("K-late", "written late", Instant.parse("2026-01-10T09:55:00Z"), Map.of());
            // When
            archive.asked.clear();
            var second = list(door, first.getLast().cursor());
            // Then
            assertThat(archive.asked.getFirst()).contains("since=2026-01-10T09%3A50%3A00Z");
            assertThat(second).extracting(Arrival::key).containsExactly("K-late", "K-1");
            assertThat(second.getLast().fingerprint()).isEqualTo(first.getLast().fingerprint());
            assertThat(second.getLast().cursor()).isEqualTo(first.getLast().cursor());
        }
    }

    @Test
    void aRecordDatedAheadDoesNotHideWhatComesAfterIt() throws Exception {
        // Given: a colleague's clock runs fourteen years ahead
        archive.put("K-ahead", "ahead", Instant.parse("2040-01-01T00:00:00Z"), Map.of());
        archive.put("K-1", "one", Map.of());
        try (var door = door(Map.of())) {
            // When
            String cursor = list(door, "").getLast().cursor();
            // Then: no later than the server's own clock
            assertThat(Instant.parse(cursor)).isBefore(Instant.now().plus(Duration.ofMinutes(5)));
        }
    }

    @Test
    void aTokenThatEndsInMidRunIsRenewed() throws Exception {
        // Given
        putManyCases(25);
        archive.tokenLasts = 2;
        try (var door = door(Map.of(
                "auth", "oauth2",
                "tokenUrl", url(port()) + "token",
                "clientId", "hub",
                "clientSecret", "right-secret"))) {
            // When
            var keys = keys(door);
            // Then
            assertThat(keys).hasSize(25);
            assertThat(archive.tokens()).isGreaterThan(1);
        }
    }

    @Test
    void anAttachmentThatThePartnerDeletedIsMissing() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("note.txt", text("note"), "gone.jpg", text("gone")));
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            archive.files.values().removeIf(bytes -> new String(bytes, StandardCharsets.UTF_8).equals("gone"));
            // When
            var taken = Taken.from(door, arrival);
            // Then
            assertThat(taken.bytes).containsOnlyKeys("record.json", "note.txt");
            assertThat(taken.absent).extracting(Item::path).containsExactly("gone.jpg");
            assertThat(taken.absent).extracting(Item::presence).containsOnly(Item.Presence.MISSING);
        }
    }

    @Test
    void anAttachmentOnAHostThatNobodyListedIsNotFetched() throws Exception {
        // Given: the record names another server; it would serve the file to anyone who asks with the password
        try (var elsewhere = new InventedArchive()) {
            elsewhere.files.put("f1", text("from elsewhere"));
            archive.link("K-1", Map.of("note.txt", url(elsewhere.port()) + "files/f1"));
            try (var door = door(Map.of());
                    var listing = door(Map.of("otherHosts", "127.0.0.1:" + elsewhere.port()))) {
                var arrival = list(door, "").getFirst();
                // When, then
                assertThatThrownBy(() -> Taken.from(door, arrival)).hasMessageContaining("otherHosts");
                assertThat(elsewhere.asked).isEmpty();
                assertThatThrownBy(() -> Taken.from(listing, arrival)).hasMessageContaining("401");
                assertThat(elsewhere.faults).contains("no credentials");
            }
        }
    }

    @Test
    void namesThatDeceiveAreShownAndNoneLeavesTheCase() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("../../etc/passwd", text("a"), "photo\u202egpj.exe", text("b")));
        try (var door = door(Map.of())) {
            // When
            var taken = Taken.from(door, list(door, "").getFirst());
            // Then
            assertThat(taken.bytes.keySet())
                    .hasSize(3)
                    .contains("photo%202Egpj.exe")
                    .noneMatch(path -> path.contains(".."));
        }
    }

    @Test
    void aCaseNumberCannotLeadTheDoorElsewhere() throws Exception {
        // Given
        putCase("../../admin?x=1#", "odd", Map.of("note.txt", text("note")));
        try (var door = door(Map.of())) {
            // When
            var arrival = list(door, "").getFirst();
            Taken.from(door, arrival);
            door.acknowledge(arrival);
            // Then
            assertThat(archive.asked).contains("POST /v1/cases/c-..%2F..%2Fadmin%3Fx%3D1%23/received");
            assertThat(list(door, "")).isEmpty();
        }
    }

    @Test
    void whatIsConfiguredAsPassingIsNoChange() throws Exception {
        // Given: addresses of files are signed anew each time
        archive.link("K-1", Map.of("note.txt", "files/f1?signature=1"));
        try (var door = door(Map.of("passingPointers", "/files/*/href, /changedAt"));
                var strict = door(Map.of())) {
            var before = list(door, "").getFirst();
            var strictly = list(strict, "").getFirst();
            // When
            archive.link("K-1", Map.of("note.txt", "files/f1?signature=2"));
            // Then
            assertThat(list(door, "").getFirst().fingerprint()).isEqualTo(before.fingerprint());
            assertThat(list(strict, "").getFirst().fingerprint()).isNotEqualTo(strictly.fingerprint());
        }
    }

    @Test
    void aListingCutInTheMiddleDoesNotMoveTheCursor() throws Exception {
        // Given
        putManyCases(40);
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()));
                var arrivals = door.changes("")) {
            var read = arrivals.iterator();
            // When
            var first = read.next();
            line.refuse(true);
            // Then
            assertThat(first.cursor()).isEmpty();
            assertThatThrownBy(() -> read.forEachRemaining(
                            arrival -> assertThat(arrival.cursor()).isEmpty()))
                    .satisfies(thrown -> assertThat(kind(thrown)).isIn(Kind.UNREACHABLE, Kind.CUT));
        }
    }

    @Test
    void whereverTheLineIsCutTheCaseIsReadWhole() throws Exception {
        // Given
        var exhibits = Map.of("a.jpg", noise(40_000, 1), "b.jpg", noise(20_000, 2), "c.txt", text("c"));
        putCase("K-1", "one", exhibits);
        long whole;
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            Taken.from(door, list(door, "").getFirst());
            whole = line.carried();
        }
        for (int cut = 1; cut <= 24; cut++) {
            try (var line = new CuttingLine(port());
                    var door = door(through(line.port()))) {
                line.cutAfter(whole * cut / 25);
                // When
                var taken = Taken.from(door, list(door, "").getFirst());
                // Then
                assertThat(taken.bytes).as("cut " + cut).containsAllEntriesOf(exhibits);
                assertThat(taken.absent).isEmpty();
                assertThat(line.connections()).isGreaterThan(1);
            }
        }
    }

    @Test
    void aTestOfTheDoorNamesThePointerThatFindsNothing() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        for (String wrong : List.of("caseNumberPointer", "changedPointer")) {
            try (var door = door(Map.of(wrong, "/nowhere"))) {
                // When
                var last = door.test().steps().getLast();
                // Then
                assertThat(last.name()).isEqualTo("list");
                assertThat(last.passed()).isFalse();
                assertThat(last.detail()).contains(wrong);
            }
        }
        try (var door = door(Map.of("recordsPointer", "/result"))) {
            assertThat(door.test().steps().getLast().detail()).contains("recordsPointer");
        }
        try (var door = door(Map.of())) {
            assertThat(door.test().steps()).extracting(DoorReport.Step::passed).containsOnly(true);
        }
    }

    @Test
    void aPageThatIsLargerThanItMayBeIsNotRead() throws Exception {
        // Given
        archive.put("K-1", "x".repeat(2 << 20), Map.of());
        try (var door = door(Map.of("mostPageMegabytes", "1"))) {
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.PEER_FAULT));
        }
    }

    @Test
    void parametersThatDoNotFitAreNamed() {
        archive.asked.add("nothing: nobody is asked");
        for (var wrong : List.of(
                Map.of("paging", "cursor"),
                Map.of("changedPointer", ""),
                Map.of("recordsPointer", "result.items"),
                Map.of("detailPath", "cases/{number}"),
                Map.of("sinceValue", "now"),
                Map.of("acknowledgePath", ""),
                Map.of("auth", "bearer"),
                Map.of("auth", "oauth2"),
                Map.of("otherHosts", "http://x"))) {
            // When, then
            assertThatThrownBy(() -> door(wrong))
                    .as(wrong.toString())
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CONFIGURATION))
                    .message()
                    .doesNotContain("right-secret");
        }
    }
}
