package org.safepassage.connectors.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.PartnerDoorContract;
import org.safepassage.connectors.Taken;
import org.safepassage.connectors.bundles.Zips;
import org.safepassage.connectors.peers.Artemis;
import org.safepassage.connectors.peers.Certificates;
import org.safepassage.connectors.peers.GnuPg;
import org.safepassage.connectors.peers.Peer;
import org.safepassage.connectors.peers.ProtonSender;
import org.safepassage.connectors.peers.ProtonSender.Outgoing;
import org.safepassage.schemas.Content;

/// The AMQP source against an Artemis broker, to which Debian's Qpid Proton sends.
@Tag("slow")
class PushedCasesTest extends PartnerDoorContract {
    @TempDir
    static Path folder;

    static Artemis broker;
    static GnuPg gpg;
    static final AtomicLong tests = new AtomicLong();

    private String queue = "";

    @BeforeAll
    static void startBroker() {
        broker = new Artemis(folder);
        gpg = new GnuPg();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
        gpg.close();
    }

    @BeforeEach
    void makeQueue() {
        queue = "partner.p" + tests.incrementAndGet();
        broker.lastValueQueue(queue, "case-number");
    }

    @Override
    protected PartnerDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(parameters());
        parameters.putAll(otherwise);
        return Doors.openPartner("sp-amqp-cases-source", parameters);
    }

    private Map<String, String> parameters() {
        return Map.of(
                "url", "amqp://127.0.0.1:" + port(),
                "queue", queue,
                "user", "hub",
                "password", "right-secret",
                "encryption", "none");
    }

    private void send(Outgoing... messages) throws Exception {
        String said = new ProtonSender(folder, "amqp://127.0.0.1:" + port(), queue, List.of("sender", "right-secret"))
                .send(List.of(messages));
        assertThat(said.lines()).hasSize(messages.length).allMatch(line -> line.endsWith(" accepted"));
    }

    private static byte[] bundle(String number, String title, Map<String, byte[]> exhibits) throws IOException {
        var members = new LinkedHashMap<>(exhibits);
        members.put("case.json", text("{\"number\":\"%s\",\"title\":\"%s\"}".formatted(number, title)));
        return Zips.of(members);
    }

    private static Outgoing message(String number, byte[] body) {
        return Outgoing.data(UUID.randomUUID().toString(), body, Map.of("case-number", number));
    }

    @Override
    protected void putCase(String number, String title, Map<String, byte[]> exhibits) throws Exception {
        // A queue keeps both versions of a case; a queue of last values has the newest only, as the contract wants it.
        send(message(number, bundle(number, title, exhibits)));
    }

    @Override
    protected void putManyCases(int count) throws Exception {
        var messages = new ArrayList<Outgoing>();
        for (int number = 0; number < count; number++) {
            messages.add(message("K-" + number, bundle("K-" + number, "one of many", Map.of())));
        }
        send(messages.toArray(Outgoing[]::new));
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> nobodyThere() {
        return Map.of("url", "amqp://127.0.0.1:" + Peer.freePort());
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("url", "amqp://127.0.0.1:" + port);
    }

    @Override
    protected int port() {
        return broker.port();
    }

    /// A queue as brokers have them: every message stays until it is consumed.
    private void plainQueue() {
        queue = queue + ".all";
        broker.queue(queue);
    }

    /// Messages in the queue; the broker writes to its journal before it counts a message off.
    private long settledCount(long wanted) throws InterruptedException {
        for (int attempt = 0; attempt < 100 && broker.count(queue) != wanted; attempt++) {
            Thread.sleep(20);
        }
        return broker.count(queue);
    }

    private Kind refusal(PartnerDoor door, Arrival arrival) throws IOException {
        var taken = new Taken();
        DoorProblem problem = assertThrows(DoorProblem.class, () -> door.read(arrival, taken));
        assertThat(taken.bytes).as("nothing of it counts").isEmpty();
        assertThat(problem.getMessage()).doesNotContain("K-1", queue);
        return problem.kind();
    }

    @Test
    void aMessageSentTwiceIsOneArrivalAndBothAreConsumed() throws Exception {
        // Given
        plainQueue();
        var message = message("K-1", bundle("K-1", "one", Map.of()));
        send(message, message);
        try (var door = door(Map.of())) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).hasSize(2);
            assertThat(arrivals.getFirst()).isEqualTo(arrivals.getLast());
            door.acknowledge(arrivals.getFirst());
            assertThat(settledCount(1)).isEqualTo(1);
            door.acknowledge(arrivals.getLast());
            assertThat(settledCount(0)).isZero();
        }
    }

    @Test
    void twoCasesOfOneMessageIdAreToldApartAndExactlyTheSealedOneIsConsumed() throws Exception {
        // Given: a client that counts from one at each start
        plainQueue();
        send(
                Outgoing.data(1, bundle("K-1", "first", Map.of()), Map.of("case-number", "K-1")),
                Outgoing.data(1, bundle("K-1", "other", Map.of()), Map.of("case-number", "K-1")));
        try (var door = door(Map.of())) {
            var arrivals = list(door, "");
            var second = Taken.from(door, arrivals.getLast());
            // When
            door.acknowledge(arrivals.getLast());
            // Then
            assertThat(new String(second.jsonRecord(), UTF_8)).contains("other");
            assertThat(list(door, "")).containsExactly(arrivals.getFirst());
            assertThat(new String(Taken.from(door, arrivals.getFirst()).jsonRecord(), UTF_8))
                    .contains("first");
        }
    }

    @Test
    void aMessageThatWasReadAndNotAcknowledgedComesAgainAsTheSameAfterTheBrokerStartedAnew() throws Exception {
        // Given
        plainQueue();
        send(message("K-1", bundle("K-1", "one", Map.of("video.mp4", noise(400_000, 3)))));
        Arrival before;
        try (var door = door(Map.of())) {
            before = list(door, "").getFirst();
            Taken.from(door, before);
        }
        // When: sealed, and never acknowledged
        broker.restart();
        try (var door = door(Map.of())) {
            var again = list(door, "");
            // Then
            assertThat(again).containsExactly(before);
            door.acknowledge(again.getFirst());
            assertThat(settledCount(0)).isZero();
        }
    }

    @Test
    void recordsWithoutABundleComeAsDataBinaryOrText() throws Exception {
        // Given
        plainQueue();
        byte[] jsonRecord = text("{\"number\":\"K-7\",\"title\":\"цётка\"}");
        for (String as : List.of("data", "binary", "text")) {
            send(new Outgoing("uuid:" + UUID.randomUUID(), Content.of(jsonRecord), Map.of(), as));
        }
        try (var door = door(Map.of("caseNumberPointer", "/number"))) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).hasSize(3).allMatch(arrival -> arrival.key().equals("K-7"));
            for (Arrival arrival : arrivals) {
                assertThat(Taken.from(door, arrival).jsonRecord()).isEqualTo(jsonRecord);
            }
        }
    }

    @Test
    void aPlainMessageIsRefusedWhereEncryptionIsRequired() throws Exception {
        // Given
        send(message("K-1", bundle("K-1", "one", Map.of())));
        try (var door = encrypted(Map.of())) {
            // When, then: it is told and stays
            var arrival = list(door, "").getFirst();
            assertThat(refusal(door, arrival)).isEqualTo(Kind.HOSTILE);
            assertThat(broker.count(queue)).isEqualTo(1);
        }
    }

    @Test
    void aMessageEncryptedWithGnuPgIsOpenedAndOneThatWasChangedIsNot() throws Exception {
        // Given
        plainQueue();
        byte[] photograph = noise(200_000, 4);
        byte[] message = gpg.encrypt(bundle("K-1", "one", Map.of("photo.jpg", photograph)));
        byte[] changed = message.clone();
        changed[changed.length - 5_000] ^= 1;
        send(message("K-1", message), message("K-2", changed));
        try (var door = encrypted(Map.of())) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(Taken.from(door, arrivals.getFirst()).bytes).containsEntry("photo.jpg", photograph);
            assertThat(refusal(door, arrivals.getLast())).isEqualTo(Kind.HOSTILE);
        }
    }

    @Test
    void whatIsNoCaseIsToldAndHoldsNobodyElseUp() throws Exception {
        // Given
        plainQueue();
        byte[] whole = bundle("K-1", "one", Map.of());
        send(
                message("K-1", text("neither of the two")),
                new Outgoing("list", Content.of(whole), Map.of("case-number", "K-1"), "list"),
                Outgoing.data(null, whole, Map.of("case-number", "K-1")),
                message("K-1", Arrays.copyOf(whole, whole.length - 30)),
                message("K-1", bundle("K-1", "one", Map.of("large.bin", noise(2_000_000, 5)))),
                message("K-2", whole));
        try (var door = door(Map.of("mostMegabytes", "1"))) {
            // When
            var arrivals = list(door, "");
            // Then
            assertThat(arrivals).hasSize(6);
            for (Arrival hostile : arrivals.subList(0, 5)) {
                assertThat(refusal(door, hostile)).isEqualTo(Kind.HOSTILE);
            }
            assertThat(Taken.from(door, arrivals.getLast()).jsonRecord()).isNotEmpty();
            assertThat(broker.count(queue)).isEqualTo(6);
        }
    }

    @Test
    void aCertificateOfAStrangerIsRefusedAndTheRightOneIsShown() throws Exception {
        // Given
        var stranger = new Certificates(Files.createDirectory(folder.resolve("stranger" + queue)), "Stranger");
        Map<String, String> tls = Map.of("url", "amqps://localhost:" + broker.tlsPort());
        String trusted = broker.certificates().ca().toString();
        try (var right = door(with(tls, Map.of("caFile", trusted)));
                var wrong = door(with(tls, Map.of("caFile", stranger.ca().toString())))) {
            // When
            var passed = right.test();
            var refused = wrong.test();
            // Then
            assertThat(passed.passed()).as(passed.toString()).isTrue();
            assertThat(passed.toString()).contains("TLSv1.3", "SHA-256");
            assertThat(refused.steps().getLast().name()).isEqualTo("tls");
            assertThat(refused.steps().getLast().nextAction()).isEqualTo(Kind.CERTIFICATE_REFUSED.nextAction());
            assertThatThrownBy(() -> list(wrong, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isEqualTo(Kind.CERTIFICATE_REFUSED));
        }
    }

    @Test
    void anAccountThatMayNotTakeIsToldSo() throws Exception {
        // Given
        for (String user : List.of("sender", "other")) {
            try (var door = door(Map.of("user", user))) {
                // When
                var report = door.test();
                // Then
                assertThat(report.steps().getLast().name()).isEqualTo("list");
                assertThat(report.steps().getLast().nextAction()).isEqualTo(Kind.PERMISSION.nextAction());
            }
        }
        try (var door = door(Map.of("queue", "partner.nobody"))) {
            assertThatThrownBy(() -> list(door, ""))
                    .satisfies(thrown -> assertThat(kind(thrown)).isIn(Kind.NOT_FOUND, Kind.PERMISSION));
        }
    }

    @Test
    void aPlainLineToAnotherMachineIsRefused() {
        for (String url :
                List.of("amqp://broker.example:5672", "amqps://hub:secret@broker.example", "https://x.example")) {
            // When, then
            assertThatThrownBy(() -> door(Map.of("url", url))).hasMessageContaining("url");
        }
    }

    private PartnerDoor encrypted(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(parameters());
        parameters.remove("encryption");
        parameters.putAll(otherwise);
        return (PartnerDoor) Doors.open("sp-amqp-cases-source", parameters, new HubSide(gpg));
    }
}
