package org.safepassage.connectors.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Doors;
import org.safepassage.schemas.Content;

/// The one moment of an upload that cannot be repeated blindly: all was sent and no answer came. A fake server, since
/// no real one can be made to lose an answer at an exact moment.
@Timeout(60)
class LostAnswerTest {
    private static final byte[] BYTES = "a consignment".getBytes(StandardCharsets.UTF_8);

    private final Map<String, Integer> there = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Runnable afterwards = () -> {};

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        if (exchange.getRequestMethod().equals("HEAD")) {
            Integer size = there.get(path);
            if (size != null) {
                exchange.getResponseHeaders().set("Content-Length", size.toString());
            }
            exchange.sendResponseHeaders(size == null ? 404 : 200, -1);
        } else {
            exchange.getRequestBody().readAllBytes();
            afterwards.run();
        }
        exchange.close(); // for an upload: the connection ends without an answer
    }

    private Delivery deliver(Map<String, String> otherwise) throws IOException {
        var parameters = new HashMap<>(Map.of(
                "url", "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                "user", "hub",
                "password", "x",
                "protocol", "put",
                "connectSeconds", "1",
                "uploadPath", "in/{name}",
                "existingPath", "in/{name}"));
        parameters.putAll(otherwise);
        try (var door = Doors.openRecipient("sp-https-consignments-sink", parameters)) {
            return door.deliver("sp-1", Content.of(BYTES));
        }
    }

    @Test
    void anUploadWhoseAnswerIsLostIsFoundDone() throws Exception {
        // Given
        afterwards = () -> there.put("/in/sp-1", BYTES.length);
        // When, then
        assertThat(deliver(Map.of())).isEqualTo(new Delivery.Delivered());
    }

    @Test
    void aFileThatIsNowhereAfterALostAnswerIsUnknown() throws Exception {
        // When, then: the recipient's own program may have taken it away at once
        assertThat(deliver(Map.of())).isInstanceOf(Delivery.Unknown.class);
        assertThat(asked.stream().filter(each -> each.startsWith("PUT"))).hasSize(1);
    }

    @Test
    void whoShowsWhatWasTakenMakesItKnown() throws Exception {
        // Given
        var showing = Map.of("takenPath", "taken/{name}");
        // When, then: nowhere, so it was not delivered
        assertThat(deliver(showing))
                .isInstanceOfSatisfying(
                        Delivery.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Kind.CUT));
        afterwards = () -> there.put("/taken/sp-1", BYTES.length);
        assertThat(deliver(showing)).isEqualTo(new Delivery.Delivered());
        assertThat(deliver(showing)).isEqualTo(new Delivery.AlreadyThere());
    }

    @Test
    void aServerThatStaysAwayAfterALostAnswerIsUnknown() throws Exception {
        // Given
        afterwards = () -> server.stop(0);
        // When, then
        assertThat(deliver(Map.of())).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void aServerThatKeepsLessThanWasSentIsNotBelieved() throws Exception {
        // Given
        afterwards = () -> there.put("/in/sp-1", 3);
        // When, then
        assertThat(deliver(Map.of())).isInstanceOf(Delivery.Failed.class);
    }
}
