package org.safepassage.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.schemas.Content;

/// What every HTTP door gets from its line, against a server in this JVM.
@Timeout(60)
class HttpLineTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server = start();
    private HttpServer other = start();

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeEach
    void noteWhatIsAsked() {
        other.createContext("/", exchange -> {
            asked.add("other " + exchange.getRequestHeaders().containsKey("Authorization"));
            answer(exchange, 200, "from the other host");
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
        other.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private String otherUrl() {
        return "http://127.0.0.1:" + other.getAddress().getPort() + "/";
    }

    private static HttpSettings settings(String url, HttpAuth auth, int silenceMillis, String... otherHosts) {
        try {
            return new HttpSettings(
                    URI.create(url),
                    auth,
                    SSLContext.getDefault(),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(silenceMillis),
                    Duration.ofSeconds(3),
                    List.of(otherHosts),
                    Map.of());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpLine line(HttpAuth auth, String... otherHosts) {
        return new HttpLine(settings(url(), auth, 5_000, otherHosts), InstantSource.system());
    }

    private static String text(HttpLine line, String address) throws DoorProblem {
        try (var answer = line.send(Ask.get(line.resolve(address)), 200)) {
            return new String(answer.bytes(1_000_000), StandardCharsets.UTF_8);
        }
    }

    private static void fails(Kind kind, ThrowingCallable ask) {
        assertThatThrownBy(ask)
                .isInstanceOfSatisfying(
                        DoorProblem.class,
                        problem -> assertThat(problem.kind())
                                .as(problem.getMessage())
                                .isEqualTo(kind));
    }

    private static final HttpAuth BASIC = new HttpAuth.Basic("hub", "right-secret");

    @Test
    void aRedirectToAnotherHostIsRefusedUnlessListedAndNeverGetsTheCredentials() throws Exception {
        // Given
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", otherUrl() + "files/1");
            answer(exchange, 302, "");
        });
        try (var closed = line(BASIC);
                var listing = line(BASIC, "127.0.0.1:" + other.getAddress().getPort())) {
            // When, then
            assertThatThrownBy(() -> text(closed, "x")).hasMessageContaining("otherHosts");
            assertThat(asked).isEmpty();
            assertThat(text(listing, "x")).isEqualTo("from the other host");
            assertThat(asked).containsExactly("other false");
        }
    }

    @Test
    void aRedirectOnTheSameServerIsFollowedForReadingOnlyAndNotForEver() throws Exception {
        // Given
        server.createContext("/old", exchange -> {
            exchange.getResponseHeaders().set("Location", "/new");
            answer(exchange, 307, "");
        });
        server.createContext("/new", exchange -> answer(exchange, 200, "here"));
        server.createContext("/round", exchange -> {
            exchange.getResponseHeaders().set("Location", "/round");
            answer(exchange, 302, "");
        });
        try (var line = line(BASIC)) {
            // When, then
            assertThat(text(line, "old")).isEqualTo("here");
            fails(Kind.CONFIGURATION, () -> line.status(Ask.of("POST", line.resolve("old")), 200));
            fails(Kind.CONFIGURATION, () -> text(line, "round"));
        }
    }

    @Test
    void anAddressThatAPartnerNamesIsAskedOnlyOnItsOwnServerOrAListedOne() throws Exception {
        // Given: addresses that a hostile record could name
        try (var line = line(BASIC, "files.example", "*.storage.example")) {
            for (String address : List.of(
                    otherUrl(),
                    "http://169.254.169.254/latest/meta-data",
                    "https://10.0.0.1/",
                    "https://files.example:8443/x",
                    "http://files.example/x",
                    "https://files.example.evil.example/",
                    "https://storage.example/",
                    "https://hub:x@files.example/")) {
                // When, then
                assertThatThrownBy(() -> text(line, address)).as(address).isInstanceOf(DoorProblem.class);
            }
            assertThat(asked).isEmpty();
            fails(Kind.PEER_FAULT, () -> text(line, "file:///etc/passwd"));
        }
    }

    @Test
    void anAddressThatWasWrittenCarelesslyIsEncoded() throws Exception {
        // Given
        try (var line = line(BASIC)) {
            // When, then
            assertThat(line.resolve("files/фото 1 {a}.jpg?sig=a%2Fb%zz#x"))
                    .isEqualTo(URI.create(url() + "files/%D1%84%D0%BE%D1%82%D0%BE%201%20%7Ba%7D.jpg?sig=a%2Fb%25zz#x"));
            fails(Kind.PEER_FAULT, () -> line.resolve("http://[::"));
        }
    }

    @Test
    void aSessionIsKeptAndOpenedAnewWhenItsCookieIsRefused() throws Exception {
        // Given: a system of its own kind, which forgets its sessions once
        var sessions = new AtomicInteger();
        server.createContext("/login", exchange -> {
            exchange.getResponseHeaders()
                    .add("Set-Cookie", "sid=s-" + sessions.incrementAndGet() + "; HttpOnly; Path=/");
            exchange.getResponseHeaders().add("Set-Cookie", "lang=be; Path=/");
            answer(exchange, 200, "{}");
        });
        server.createContext("/cases", exchange -> {
            String cookie = exchange.getRequestHeaders().getFirst("Cookie");
            asked.add(String.valueOf(cookie));
            boolean good = ("sid=s-" + Math.max(sessions.get(), 2) + "; lang=be").equals(cookie);
            answer(exchange, good ? 200 : 401, good ? "cases" : "");
        });
        HttpAuth.LogIn logIn = line -> {
            Ask ask = Ask.of("POST", line.resolve("login"))
                    .text("application/json", "{\"user\":\"hub\"}")
                    .withoutCredentials();
            try (var answer = line.send(ask, 200)) {
                return new HttpAuth.Credentials(Map.of("Cookie", answer.cookies()), Optional.empty());
            }
        };
        try (var line = line(new HttpAuth.Session(logIn))) {
            // When
            var texts = List.of(text(line, "cases"), text(line, "cases"));
            // Then
            assertThat(texts).containsOnly("cases");
            assertThat(asked).containsExactly("sid=s-1; lang=be", "sid=s-2; lang=be", "sid=s-2; lang=be");
        }
    }

    @Test
    void privateAddressesAreKnown() throws Exception {
        // When, then
        for (String address : List.of(
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "ff02::1")) {
            assertThat(AllowedHosts.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
        for (String address : List.of("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946")) {
            assertThat(AllowedHosts.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void aTokenIsKeptAndRenewedOnceWhenItIsRefusedInMidRun() throws Exception {
        // Given
        var tokens = new AtomicInteger();
        server.createContext("/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(form + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"t-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                            .formatted(tokens.incrementAndGet()));
        });
        server.createContext("/cases", exchange -> {
            boolean good = ("Bearer t-" + Math.max(tokens.get(), 2))
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, good ? 200 : 401, good ? "cases" : "");
        });
        server.createContext("/closed", exchange -> answer(exchange, 401, ""));
        var client = new HttpAuth.ClientCredentials(URI.create(url() + "token"), "hub", "s cret", "cases.read", false);
        try (var line = line(client)) {
            // When: the first token is refused
            String first = text(line, "cases");
            String second = text(line, "cases");
            // Then
            assertThat(List.of(first, second)).containsOnly("cases");
            assertThat(tokens).hasValue(2);
            assertThat(asked)
                    .containsOnly("grant_type=client_credentials&scope=cases.read " + "Basic aHViOnMrY3JldA==");
            fails(Kind.LOGIN_REFUSED, () -> text(line, "closed"));
            assertThat(tokens).hasValue(3);
        }
    }

    @Test
    void aTokenIsRenewedBeforeItExpires() throws Exception {
        // Given
        var tokens = new AtomicInteger();
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        200,
                        "{\"access_token\":\"t-%d\",\"token_type\":\"bearer\",\"expires_in\":600}"
                                .formatted(tokens.incrementAndGet())));
        server.createContext("/cases", exchange -> answer(exchange, 200, "cases"));
        var client = new HttpAuth.ClientCredentials(URI.create(url() + "token"), "hub", "secret", "", true);
        var now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        try (var line = new HttpLine(settings(url(), client, 5_000), now::get)) {
            // When
            text(line, "cases");
            now.set(now.get().plusSeconds(500));
            text(line, "cases");
            int before = tokens.get();
            now.set(now.get().plusSeconds(50));
            text(line, "cases");
            // Then
            assertThat(before).isEqualTo(1);
            assertThat(tokens).hasValue(2);
        }
    }

    @Test
    void aTokenServerThatRefusesSaysWhyWithoutTheSecret() {
        // Given
        server.createContext("/token", exchange -> answer(exchange, 401, "{\"error\":\"invalid_client\"}"));
        var client = new HttpAuth.ClientCredentials(URI.create(url() + "token"), "hub", "wrong-secret", "", false);
        try (var line = line(client)) {
            // When, then
            assertThatThrownBy(line::logIn)
                    .isInstanceOfSatisfying(
                            DoorProblem.class,
                            problem -> assertThat(problem.kind()).isEqualTo(Kind.LOGIN_REFUSED))
                    .hasMessageContaining("invalid_client")
                    .message()
                    .doesNotContain("wrong-secret");
        }
        assertThat(client + " " + BASIC + " " + new HttpAuth.Bearer("Bearer", "right-secret"))
                .doesNotContain("secret");
    }

    @Test
    void aPauseThatTheServerAsksForIsKeptWithinBounds() throws Exception {
        // Given
        var times = new AtomicInteger();
        server.createContext("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "1");
            answer(exchange, times.incrementAndGet() > 1 ? 200 : 429, "done");
        });
        server.createContext("/days", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "86400");
            answer(exchange, 503, "");
        });
        try (var line = line(BASIC)) {
            // When
            long start = System.nanoTime();
            assertThat(text(line, "busy")).isEqualTo("done");
            long waited = System.nanoTime() - start;
            // Then
            assertThat(waited).isBetween(900_000_000L, 3_000_000_000L);
            start = System.nanoTime();
            fails(Kind.BUSY, () -> text(line, "days"));
            assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
        }
    }

    @Test
    void aPauseUntilADateIsCountedByTheServersOwnClock() throws Exception {
        // Given: the server's clock is ahead of this machine's; the date means one second by its own
        var times = new AtomicInteger();
        try (var skewed = new RawServer(out -> RawServer.write(
                        out,
                        times.incrementAndGet() > 1
                                ? "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone"
                                : "HTTP/1.1 503 Busy\r\nDate: Fri, 01 Jan 2038 00:00:00 GMT\r\nRetry-After: Fri, 01 Jan"
                                        + " 2038 00:00:01 GMT\r\nContent-Length: 0\r\n\r\n"));
                var line = new HttpLine(settings(skewed.url(), BASIC, 5_000), InstantSource.system())) {
            // When, then
            assertThat(text(line, "x")).isEqualTo("done");
        }
    }

    @Test
    void aServerThatClaimsAKilobyteAndSendsWithoutEndIsNotBelieved() throws Exception {
        // Given
        var zeros = "0".repeat(1 << 16);
        try (var chunks = new RawServer(out -> {
                    RawServer.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    for (int chunk = 0; chunk < 160_000; chunk++) {
                        RawServer.write(out, "10000\r\n" + zeros + "\r\n");
                    }
                });
                var lying = new RawServer(out -> {
                    RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1024\r\n\r\n");
                    for (int chunk = 0; chunk < 160_000; chunk++) {
                        RawServer.write(out, zeros);
                    }
                });
                var endless = new HttpLine(settings(chunks.url(), BASIC, 5_000), InstantSource.system());
                var claiming = new HttpLine(settings(lying.url(), BASIC, 5_000), InstantSource.system())) {
            // When, then: as an answer, as a file without a size, as a file with a size
            fails(Kind.PEER_FAULT, () -> text(endless, "x"));
            try (var file = HttpDownload.open(endless, Ask.get(endless.base()), 1 << 20)) {
                fails(Kind.HOSTILE, () -> file.transferTo(OutputStream.nullOutputStream()));
            }
            try (var file = HttpDownload.open(claiming, Ask.get(claiming.base()), 1 << 20)) {
                assertThat(file.readAllBytes()).hasSize(1_024);
            }
        }
    }

    @Test
    void aFileThatClaimsMoreThanTheLimitIsRefusedBeforeItIsRead() throws Exception {
        // Given
        try (var huge = new RawServer(
                        out -> RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx"));
                var line = new HttpLine(settings(huge.url(), BASIC, 5_000), InstantSource.system())) {
            // When, then
            fails(Kind.HOSTILE, () -> HttpDownload.open(line, Ask.get(line.base()), 1 << 20));
        }
    }

    @Test
    void aServerThatDripsIsGivenUp() throws Exception {
        // Given: one byte every 50 ms never is silence
        try (var drip = new RawServer(out -> {
                    RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                    for (int n = 0; n < 1_000; n++) {
                        RawServer.write(out, "x");
                        Thread.sleep(50);
                    }
                });
                var slowHead = new RawServer(out -> {
                    RawServer.write(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
                    for (int n = 0; n < 1_000; n++) {
                        RawServer.write(out, "x");
                        Thread.sleep(50);
                    }
                });
                var line = new HttpLine(settings(drip.url(), BASIC, 1_000), InstantSource.system());
                var headLine = new HttpLine(settings(slowHead.url(), BASIC, 1_000), InstantSource.system())) {
            long start = System.nanoTime();
            // When, then
            fails(Kind.TIMED_OUT, () -> text(line, "x"));
            fails(Kind.TIMED_OUT, () -> text(headLine, "x"));
            assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
        }
    }

    @Test
    void aServerThatStopsTakingAnUploadIsGivenUp() throws Exception {
        // Given: a server that reads the head and then nothing more
        try (var stuck = new RawServer(out -> Thread.sleep(60_000));
                var line = new HttpLine(settings(stuck.url(), BASIC, 500), InstantSource.system())) {
            Content endless = new Content() {
                @Override
                public InputStream open() {
                    return new InputStream() {
                        @Override
                        public int read() {
                            return 1;
                        }
                    };
                }

                @Override
                public long size() {
                    return 1L << 33;
                }
            };
            // When, then
            fails(Kind.TIMED_OUT, () -> line.status(Ask.of("PUT", line.base()).body(Ask.Body.of(endless)), 201));
        }
    }

    @Test
    void aContentThatCannotBeReadIsNotBlamedOnTheServer() {
        // Given
        server.createContext("/", exchange -> answer(exchange, 201, ""));
        Content gone = new Content() {
            @Override
            public InputStream open() throws IOException {
                throw new IOException("the vault is shut");
            }

            @Override
            public long size() {
                return 5;
            }
        };
        try (var line = line(BASIC)) {
            // When, then
            assertThatThrownBy(() -> line.status(Ask.of("PUT", line.base()).body(Ask.Body.of(gone)), 201))
                    .hasMessageContaining("on this side");
        }
    }

    @Test
    void aFileIsReadOnWhereItBrokeOnlyWhileItIsTheSame() throws Exception {
        // Given: every answer breaks after 40,000 bytes
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        for (String kind : List.of("etag", "date", "nothing", "changing")) {
            var times = new AtomicInteger();
            server.createContext("/" + kind, exchange -> {
                int time = times.incrementAndGet();
                var in = exchange.getRequestHeaders();
                var out = exchange.getResponseHeaders();
                String tag = "\"" + (kind.equals("changing") ? time : 1) + "\"";
                if (kind.equals("etag") || kind.equals("changing")) {
                    out.set("ETag", tag);
                }
                if (kind.equals("date")) {
                    out.set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
                }
                String range = in.getFirst("Range");
                asked.add(
                        kind + " " + range + " " + in.getFirst("If-Match") + " " + in.getFirst("If-Unmodified-Since"));
                if (in.getFirst("If-Match") != null && !tag.equals(in.getFirst("If-Match"))) {
                    answer(exchange, 412, "");
                    return;
                }
                int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
                if (range != null) {
                    out.set("Content-Range", "bytes " + from + "-99999/100000");
                }
                exchange.sendResponseHeaders(range == null ? 200 : 206, bytes.length - from);
                int upTo = range == null && time > 1 ? 100_000 : Math.min(from + 40_000, 100_000);
                exchange.getResponseBody().write(Arrays.copyOfRange(bytes, from, upTo));
                exchange.getResponseBody().flush();
                exchange.close();
            });
        }
        try (var line = line(BASIC)) {
            for (String kind : List.of("etag", "date", "nothing")) {
                // When
                try (var file = HttpDownload.open(line, Ask.get(line.resolve(kind)), 1 << 20)) {
                    // Then
                    assertThat(file.readAllBytes()).as(kind).isEqualTo(bytes);
                }
            }
            try (var file = HttpDownload.open(line, Ask.get(line.resolve("changing")), 1 << 20)) {
                fails(Kind.CHANGED, file::readAllBytes);
            }
        }
        // How much of what was sent arrives before the break is the network's affair.
        assertThat(asked)
                .anyMatch(each -> each.matches("etag bytes=[1-9][0-9]*- \"1\" null"))
                .anyMatch(each -> each.matches("date bytes=[1-9][0-9]*- null Thu, 01 Jan 2026 00:00:00 GMT"))
                .contains("nothing null null null");
    }

    @Test
    void everyStatusHasAKindAndAConnectionThatBreaksIsTriedAgainForReading() throws Exception {
        // Given
        Map.of(400, Kind.PEER_FAULT, 401, Kind.LOGIN_REFUSED, 403, Kind.PERMISSION, 404, Kind.GONE, 410, Kind.GONE)
                .forEach(this::answers);
        Map.of(408, Kind.TIMED_OUT, 412, Kind.CHANGED, 413, Kind.PERMISSION, 416, Kind.CHANGED, 500, Kind.PEER_FAULT)
                .forEach(this::answers);
        var times = new AtomicInteger();
        try (var breaking = new RawServer(out -> {
                    if (times.incrementAndGet() > 1) {
                        RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhere");
                    }
                });
                var line = new HttpLine(settings(breaking.url(), BASIC, 5_000), InstantSource.system())) {
            // When, then
            assertThat(text(line, "x")).isEqualTo("here");
            times.set(0);
            fails(Kind.CUT, () -> line.status(Ask.of("POST", line.base()), 200));
        }
    }

    private void answers(int status, Kind kind) {
        server.createContext("/" + status, exchange -> answer(exchange, status, ""));
        try (var line = line(BASIC)) {
            fails(kind, () -> text(line, Integer.toString(status)));
        }
    }
}
