package org.safepassage.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.KameletParameters;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.peers.Peer;
import org.safepassage.connectors.peers.S3Mock;
import org.safepassage.connectors.peers.SignatureGate;
import org.safepassage.connectors.plumbing.RecordPointers;

/// The S3 source against Adobe S3Mock, behind a gate that checks every signature.
@Tag("slow")
class S3CasesTest extends PartnerDoorContract {
    @TempDir
    static Path serverFolder;

    static S3Mock server;
    static SignatureGate gate;
    static final AtomicInteger tests = new AtomicInteger();

    protected String bucket = "";

    @BeforeAll
    static void startServer() {
        server = new S3Mock(serverFolder);
        gate = new SignatureGate(server.port());
    }

    @AfterAll
    static void stopServer() {
        gate.close();
        server.close();
    }

    @BeforeEach
    void makeBucket() {
        gate.noFaults();
        bucket = "bucket-" + tests.incrementAndGet();
        server.makeBucket(bucket, versioned());
    }

    /// Whether the bucket keeps versions and the door asks for them.
    protected boolean versioned() {
        return false;
    }

    protected String acknowledge() {
        return "move";
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<String, String>();
        parameters.put("url", url(port()));
        parameters.put("bucket", bucket);
        parameters.put("user", SignatureGate.ACCESS_KEY);
        parameters.put("password", SignatureGate.SECRET_KEY);
        parameters.put("casesPrefix", "cases/");
        parameters.put("acknowledge", acknowledge());
        parameters.put("versions", Boolean.toString(versioned()));
        parameters.put("settleSeconds", "0");
        parameters.put("patienceSeconds", "3");
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-s3-cases-source", parameters);
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) {
        exhibits.forEach((path, bytes) -> server.put(bucket, "cases/" + number + "/" + path, bytes));
        server.put(
                bucket,
                "cases/" + number + "/case.json",
                text("{\"number\":\"%s\",\"title\":\"%s\"}".formatted(number, title)));
    }

    @Override
    protected void putManyCases(int count) {
        for (int number = 0; number < count; number++) {
            putCase("K-" + number, "one of many", Map.of());
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
        return gate.port();
    }

    private void put(String key, String text) {
        server.put(bucket, key, text(text));
    }

    @Test
    void keysThatDeceiveAreReadAndShownHarmless() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        put("cases/K-1/ф + 100% & 😀.txt", "odd");
        put("cases/K-1/photo\u202Egnp.exe", "turned");
        put("cases/K-1/Photo.jpg", "large");
        put("cases/K-1/photo.jpg", "small");
        put("cases/K-1/a\u0001b", "control");
        put("cases/K-1/x/../../y", "leaving");
        put("cases/loose.txt", "no case");
        put("other/K-2/case.json", "{}");
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            var taken = Taken.from(door, arrivals.getFirst());
            // Then
            assertThat(arrivals).extracting(Arrival::key).containsExactly("K-1");
            assertThat(taken.bytes)
                    .containsEntry("ф + 100% & 😀.txt", text("odd"))
                    .containsEntry("photo%202Egnp.exe", text("turned"))
                    .containsEntry("Photo.jpg", text("large"))
                    .containsEntry("photo.jpg", text("small"))
                    .containsEntry("a%0001b", text("control"));
            assertThat(taken.absent).extracting(Item::presence).containsExactly(Item.Presence.REFUSED);
            // When it is sealed
            door.acknowledge(arrivals.getFirst());
            // Then
            assertThat(list(door, "")).isEmpty();
        }
    }

    @Test
    void bundlesBesidePrefixesAreGivenFirstAsTheyCame() throws Exception {
        // Given
        byte[] zip = zip(Map.of("K-1/case.json", text("{}"), "K-1/photo.jpg", noise(400_000, 1)));
        server.put(bucket, "cases/K-1.zip", zip);
        server.put(bucket, "cases/K-1-update2.zip", zip(Map.of("../case.json", text("{}"))));
        putCase("K-2", "two", Map.of());
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            var taken = Taken.from(door, arrivals.getFirst());
            // Then
            assertThat(arrivals).extracting(Arrival::key).containsExactlyInAnyOrder("K-1", "K-1", "K-2");
            assertThat(taken.bytes.entrySet().iterator().next().getValue()).isEqualTo(zip);
            assertThat(taken.bytes).containsEntry("photo.jpg", noise(400_000, 1));
            assertThat(taken.parts).containsEntry("case.json", Item.Part.RECORD);
            assertThatThrownBy(() -> Taken.from(door, arrivals.get(1)))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.HOSTILE));
            // When it is sealed
            door.acknowledge(arrivals.getFirst());
            // Then
            assertThat(list(door, "")).hasSize(2);
        }
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aMoveCutOffInItsMiddleLeavesNoCaseAndIsFinished() throws Exception {
        if (!acknowledge().equals("move")) {
            return;
        }
        // Given: deleting works once, for the record
        putCase("K-1", "one", Map.of("a.txt", text("a"), "b.txt", text("b")));
        var deletes = new AtomicInteger();
        gate.fault(exchange -> exchange.getRequestMethod().equals("DELETE")
                && deletes.getAndIncrement() > 0
                && SignatureGate.error(exchange, 403, "AccessDenied"));
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            // When
            assertThatThrownBy(() -> door.acknowledge(arrival))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.PERMISSION));
            // Then
            assertThat(list(door, "")).isEmpty();
            // When it is acknowledged again
            gate.noFaults();
            door.acknowledge(arrival);
            // Then
            assertThat(server.keys(bucket)).hasSize(3).allMatch(key -> key.startsWith("done/"));
        }
    }

    @Test
    void objectsBeyondTheLargestCopyAreMovedInParts() throws Exception {
        // Given: a limit of 5 MiB in place of Amazon's 5 GiB
        byte[] video = noise(12_000_000, 3);
        putCase("K-1", "one", Map.of("video.mp4", video));
        var parameters = Parameters.check(
                KameletParameters.of("sp-s3-cases-source"),
                Map.of(
                        "url",
                        url(port()),
                        "bucket",
                        bucket,
                        "user",
                        SignatureGate.ACCESS_KEY,
                        "password",
                        SignatureGate.SECRET_KEY));
        try (var line = S3Parameters.line(parameters, Clock.systemUTC())) {
            var objects = new S3Objects(line, versioned());
            var keys =
                    new CasePrefixes(objects, "cases/", "case.json", new RecordPointers("", ""), 100, Optional.empty());
            // When
            new DoneMove(objects, "done/", 5 << 20).move(keys.look("K-1").orElseThrow());
            // Then: asked of the door, for S3Mock's listing without versions shows what a marker deleted
            assertThat(keys.look("K-1")).isEmpty();
        }
        var moved = server.keys(bucket).stream()
                .filter(key -> key.startsWith("done/"))
                .toList();
        assertThat(moved).hasSize(2);
        assertThat(server.get(bucket, moved.getLast())).isEqualTo(video);
    }

    @Test
    void aCaseWithoutItsRecordIsNotTakenYet() throws Exception {
        // Given
        put("cases/K-1/photo.jpg", "first comes the photograph");
        try (var door = door(Map.of())) {
            // When, then
            assertThat(list(door, "")).isEmpty();
            putCase("K-1", "one", Map.of());
            assertThat(list(door, "")).hasSize(1);
        }
    }

    @Test
    void aFreshCaseIsLeftForTheNextPull() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        try (var waiting = door(Map.of("settleSeconds", "3600"));
                var hasty = door(Map.of())) {
            // When, then
            assertThat(list(waiting, "")).isEmpty();
            assertThat(list(hasty, "")).hasSize(1);
        }
    }

    @Test
    void whatTheRecordNamesAndIsNotThereIsMissing() throws Exception {
        // Given
        put("cases/x/case.json", "{\"id\":\"K-7\",\"files\":[\"a.txt\",\"b.txt\",\"../../c\"]}");
        put("cases/x/a.txt", "a");
        try (var door = door(Map.of("caseNumberPointer", "/id", "filesPointer", "/files/*"))) {
            // When
            var arrival = list(door, "").getFirst();
            var taken = Taken.from(door, arrival);
            // Then
            assertThat(arrival.key()).isEqualTo("K-7");
            assertThat(taken.absent)
                    .extracting(Item::presence)
                    .containsExactly(Item.Presence.MISSING, Item.Presence.REFUSED);
        }
    }

    @Test
    void anObjectReplacedWhileItIsReadIsNotMixed() throws Exception {
        // Given: the connection breaks in the middle, and before it is taken up again the video is another
        byte[] video = noise(3_000_000, 7);
        putCase("K-1", "one", Map.of("video.mp4", video));
        var first = new AtomicInteger();
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            gate.fault(exchange -> {
                if (!exchange.getRequestURI().getPath().endsWith("video.mp4") || first.getAndIncrement() > 0) {
                    return false;
                }
                exchange.getResponseHeaders().set("ETag", S3Uploads.tag(video));
                exchange.sendResponseHeaders(200, video.length);
                exchange.getResponseBody().write(video, 0, 1_000_000);
                exchange.getResponseBody().flush();
                server.put(bucket, "cases/K-1/video.mp4", noise(3_000_000, 8));
                throw new IOException("cut");
            });
            // When, then
            assertThatThrownBy(() -> Taken.from(door, arrival))
                    .satisfies(thrown -> assertThat(kind(thrown)).isIn(Kind.CHANGED, Kind.GONE));
        }
    }

    @Test
    void anObjectDeletedWhileTheCaseIsReadEndsTheReading() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("a.txt", text("a"), "b.txt", text("b")));
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            gate.fault(exchange -> {
                if (exchange.getRequestURI().getPath().endsWith("a.txt")) {
                    server.delete(bucket, "cases/K-1/b.txt");
                }
                return false;
            });
            // When, then
            assertThatThrownBy(() -> Taken.from(door, arrival))
                    .satisfies(thrown -> assertThat(kind(thrown)).isIn(Kind.CHANGED, Kind.GONE));
        }
    }

    @Test
    void aServerThatSendsMoreOrLessThanItListedIsNotBelieved() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("a.txt", text("four")));
        try (var door = door(Map.of("silenceSeconds", "2"))) {
            var arrival = list(door, "").getFirst();
            for (String sent : new String[] {"fo", "four and much more"}) {
                gate.noFaults();
                gate.fault(exchange -> {
                    if (!exchange.getRequestURI().getPath().endsWith("a.txt")) {
                        return false;
                    }
                    exchange.getResponseHeaders().set("ETag", S3Uploads.tag(text("four")));
                    exchange.sendResponseHeaders(200, 0); // chunked, so that no length warns
                    exchange.getResponseBody().write(text(sent));
                    exchange.close();
                    return true;
                });
                // When, then
                assertThatThrownBy(() -> Taken.from(door, arrival))
                        .as(sent)
                        .satisfies(thrown -> assertThat(kind(thrown)).isIn(Kind.CHANGED, Kind.CUT));
            }
        }
    }

    @Test
    void aServerThatAsksForAPauseGetsIt() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        var busy = new AtomicInteger();
        gate.fault(exchange -> {
            if (busy.getAndIncrement() >= 2) {
                return false;
            }
            exchange.getResponseHeaders().set("Retry-After", "1");
            return SignatureGate.error(exchange, busy.get() == 1 ? 503 : 429, "SlowDown");
        });
        try (var door = door(Map.of())) {
            long start = System.nanoTime();
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).hasSize(1);
            assertThat(System.nanoTime() - start).isGreaterThan(1_900_000_000L);
        }
    }

    @Test
    void aServerThatStaysBusyIsTriedLater() throws Exception {
        // Given
        gate.fault(exchange -> SignatureGate.error(exchange, 503, "SlowDown"));
        try (var door = door(Map.of("patienceSeconds", "1"))) {
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.BUSY));
        }
    }

    @Test
    void keysWithdrawnInMidRunSaySo() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("a.txt", text("a")));
        for (var refusal : Map.of("InvalidAccessKeyId", Kind.LOGIN_REFUSED, "AccessDenied", Kind.PERMISSION)
                .entrySet()) {
            gate.noFaults();
            try (var door = door(Map.of())) {
                var arrival = list(door, "").getFirst();
                gate.fault(exchange -> exchange.getRequestURI().getPath().endsWith("a.txt")
                        && SignatureGate.error(exchange, 403, refusal.getKey()));
                // When, then
                assertThatThrownBy(() -> Taken.from(door, arrival))
                        .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(refusal.getValue()))
                        .message()
                        .contains(refusal.getKey())
                        .doesNotContain("a.txt", "K-1");
            }
        }
    }

    @Test
    void temporaryKeysCarryTheirToken() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        gate.wantToken("session-token");
        try (var with = door(Map.of("token", "session-token"));
                var without = door(Map.of())) {
            // When, then
            assertThat(list(with, "")).hasSize(1);
            assertThatThrownBy(() -> list(without, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.LOGIN_REFUSED));
        }
    }

    @Test
    void aRedirectToAnotherHostIsRefused() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        gate.fault(exchange -> {
            exchange.getResponseHeaders().set("Location", "https://elsewhere.example/bucket/");
            return SignatureGate.error(exchange, 307, "TemporaryRedirect");
        });
        try (var door = door(Map.of())) {
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CONFIGURATION))
                    .hasMessageContaining("another host");
        }
    }

    @Test
    void anAnswerWithADocumentTypeIsRefused() throws Exception {
        // Given
        gate.fault(exchange -> {
            byte[] bomb = text("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                    + "<ListBucketResult><Contents><Key>&b;</Key><Size>1</Size></Contents></ListBucketResult>");
            exchange.sendResponseHeaders(200, bomb.length);
            exchange.getResponseBody().write(bomb);
            exchange.close();
            return true;
        });
        try (var door = door(Map.of())) {
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.PEER_FAULT));
        }
    }

    @Test
    void aListingThatGoesInACircleEnds() throws Exception {
        // Given
        gate.fault(exchange -> {
            byte[] page = text("<ListBucketResult><IsTruncated>true</IsTruncated><NextKeyMarker>k</NextKeyMarker>"
                    + "<NextContinuationToken>again</NextContinuationToken></ListBucketResult>");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
            return true;
        });
        try (var door = door(Map.of())) {
            // When, then
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.PEER_FAULT));
        }
    }

    @Test
    void aBucketThatIsNotThereIsNamed() throws Exception {
        // Given
        try (var door = door(Map.of("bucket", "no-such-bucket"))) {
            // When
            var last = door.test().steps().getLast();
            // Then
            assertThat(last.name()).isEqualTo("list");
            assertThat(last.detail()).contains("bucket");
        }
    }

    @Test
    void anUnencryptedLineBeyondTheLoopbackIsRefused() {
        for (String url : new String[] {"http://s3.example/", "ftp://127.0.0.1/"}) {
            // When, then
            assertThatThrownBy(() -> door(Map.of("url", url))).hasMessageContaining("url");
        }
        assertThatThrownBy(() -> door(Map.of("acknowledge", "move", "donePrefix", "cases/done/")))
                .hasMessageContaining("donePrefix");
        assertThatThrownBy(() -> door(Map.of("bucket", "a/b"))).hasMessageContaining("bucket");
    }
}
