package org.safepassage.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.connectors.RecipientDoorContract;
import org.safepassage.connectors.peers.CuttingLine;
import org.safepassage.connectors.peers.S3Mock;
import org.safepassage.connectors.peers.SignatureGate;
import org.safepassage.schemas.Content;

/// The S3 sink against Adobe S3Mock, behind a gate that checks every signature.
@Tag("slow")
class S3ConsignmentsTest extends RecipientDoorContract {
    private static final Pattern SIZE = Pattern.compile("<Size>([0-9]+)</Size>");
    private static final Pattern UPLOAD = Pattern.compile("<UploadId>([^<]+)</UploadId>");

    @TempDir
    static Path serverFolder;

    static S3Mock server;
    static SignatureGate gate;
    static final AtomicInteger tests = new AtomicInteger();

    private String bucket = "";

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
        server.makeBucket(bucket, false);
    }

    @Override
    protected RecipientDoor door(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<String, String>();
        parameters.put("url", "http://127.0.0.1:" + port());
        parameters.put("bucket", bucket);
        parameters.put("user", SignatureGate.ACCESS_KEY);
        parameters.put("password", SignatureGate.SECRET_KEY);
        parameters.put("prefix", "inbox/");
        parameters.put("receiptsPrefix", "receipts/");
        parameters.put("partMegabytes", "5");
        parameters.put("patienceSeconds", "3");
        parameters.putAll(otherwise);
        return Doors.openRecipient("sp-s3-consignments-sink", parameters);
    }

    @Override
    protected List<String> names() {
        return server.keys(bucket).stream()
                .filter(key -> key.startsWith("inbox/"))
                .map(key -> key.substring("inbox/".length()))
                .toList();
    }

    @Override
    protected byte[] delivered(String name) {
        return server.get(bucket, "inbox/" + name);
    }

    /// Uploads begun and not ended.
    private List<String> pending() {
        return UPLOAD.matcher(server.ask("GET", bucket, "", "?uploads=", new byte[0]))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// Of a partial file, the parts that S3 has.
    @Override
    protected long there(String name) {
        String key = "inbox/" + name.replaceFirst("[.]part$", "");
        return pending().stream()
                .flatMap(id -> SIZE.matcher(server.ask("GET", bucket, key, "?uploadId=" + id, new byte[0]))
                        .results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    @Override
    protected void putThere(String name, byte[] bytes) {
        if (name.endsWith(".part")) {
            String key = "inbox/" + name.replaceFirst("[.]part$", "");
            server.ask("POST", bucket, key, "?uploads=", new byte[0]);
            server.ask("PUT", bucket, key, "?partNumber=1&uploadId=" + pending().getFirst(), bytes);
        } else {
            server.put(bucket, "inbox/" + name, bytes);
        }
    }

    @Override
    protected void putReceipt(String name, byte[] bytes) {
        server.put(bucket, "receipts/" + name, bytes);
    }

    @Override
    protected Map<String, String> wrongPassword() {
        return Map.of("password", "wrong-secret");
    }

    @Override
    protected Map<String, String> through(int port) {
        return Map.of("url", "http://127.0.0.1:" + port);
    }

    @Override
    protected int port() {
        return gate.port();
    }

    /// Parts have at least 5 MiB, so a cut after three pieces is one in the fourth part.
    @Override
    protected int piece() {
        return 5_767_168;
    }

    @Test
    void aDeliveryCutOffByAnEndOfTheHubGoesOnWithThePartsThatAreThere() throws Exception {
        // Given: two parts arrive, then the line is gone for good
        byte[] bytes = noise(14_000_000, 1);
        try (var line = new CuttingLine(port());
                var door = door(through(line.port()))) {
            var parts = new AtomicInteger();
            gate.fault(exchange -> {
                if (exchange.getRequestMethod().equals("PUT") && parts.incrementAndGet() > 2) {
                    line.refuse(true);
                    throw new IOException("cut");
                }
                return false;
            });
            assertThat(door.deliver("sp-1", Content.of(bytes)))
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind().passing()).isTrue());
        }
        gate.noFaults();
        assertThat(there("sp-1.part")).isEqualTo(10 << 20);
        try (var line = new CuttingLine(port());
                var restarted = door(through(line.port()))) {
            // When
            var delivery = restarted.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
            assertThat(line.carried()).isLessThan(5_000_000);
            assertThat(pending()).isEmpty();
        }
    }

    @Test
    void partsOfAnEarlierSealingAreNotMixedIn() throws Exception {
        // Given: an upload whose first part is of the right size and other bytes
        byte[] bytes = noise(6_000_000, 1);
        putThere("sp-1.part", noise(5 << 20, 2));
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(bytes));
            // Then
            assertThat(delivery).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-1")).isEqualTo(bytes);
        }
    }

    @Test
    void anUploadThatIsRefusedIsAborted() throws Exception {
        // Given
        gate.fault(exchange ->
                exchange.getRequestMethod().equals("PUT") && SignatureGate.error(exchange, 403, "AccessDenied"));
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(1_000, 1)));
            // Then
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Kind.PERMISSION));
            assertThat(pending()).isEmpty();
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aFileThatComesWhileOursIsSentIsNotOverwritten() throws Exception {
        // Given: as Amazon S3 answers the condition
        gate.fault(exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            if (!exchange.getRequestMethod().equals("POST") || !query.startsWith("uploadId=")) {
                return false;
            }
            // S3Mock forgets an object when an upload of its key is aborted later, so that comes first here
            server.ask("DELETE", bucket, "inbox/sp-1", "?" + query, new byte[0]);
            putThere("sp-1", noise(1_000, 2));
            assertThat(exchange.getRequestHeaders().getFirst("If-None-Match")).isEqualTo("*");
            return SignatureGate.error(exchange, 412, "PreconditionFailed");
        });
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(1_000, 1)));
            // Then
            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Kind.OCCUPIED));
            assertThat(delivered("sp-1")).isEqualTo(noise(1_000, 2));
            assertThat(pending()).isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotKnowTheConditionIsAskedWithoutIt() throws Exception {
        // Given
        gate.fault(exchange -> exchange.getRequestHeaders().containsKey("If-None-Match")
                && SignatureGate.error(exchange, 501, "NotImplemented"));
        try (var door = door(Map.of())) {
            // When, then
            assertThat(door.deliver("sp-1", Content.of(noise(1_000, 1)))).isEqualTo(new Delivery.Delivered());
        }
    }

    @Test
    void aFailureToldInAnAnswerOf200IsNoDelivery() throws Exception {
        // Given: S3 may find out after it has begun to answer
        gate.fault(
                exchange -> String.valueOf(exchange.getRequestURI().getQuery()).startsWith("uploadId=")
                        && exchange.getRequestMethod().equals("POST")
                        && SignatureGate.error(exchange, 200, "InternalError"));
        try (var door = door(Map.of())) {
            // When
            var delivery = door.deliver("sp-1", Content.of(noise(1_000, 1)));
            // Then
            assertThat(delivery).isInstanceOf(Delivery.Failed.class);
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void anEmptyConsignmentArrivesToo() throws Exception {
        // Given
        try (var door = door(Map.of())) {
            // When, then
            assertThat(door.deliver("sp-0", Content.of(new byte[0]))).isEqualTo(new Delivery.Delivered());
            assertThat(delivered("sp-0")).isEmpty();
        }
    }

    @Test
    void aConsignmentTheRecipientTookAwayIsNotSentAgain() throws Exception {
        // Given
        server.put(bucket, "taken/sp-1", noise(1_000, 1));
        try (var door = door(Map.of("takenPrefix", "taken/"))) {
            // When, then
            assertThat(door.deliver("sp-1", Content.of(noise(1_000, 1)))).isEqualTo(new Delivery.AlreadyThere());
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aPrefixThatIsNoPlainOneIsRefused() {
        for (String prefix : List.of("/inbox/", "a/../b/", "a b/")) {
            // When, then
            assertThatThrownBy(() -> door(Map.of("prefix", prefix))).hasMessageContaining("prefix");
        }
    }
}
