package org.safepassage.connectors.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A fake of what S3Mock leaves out of S3: it checks every signature as Amazon documents Signature Version 4, counted
/// anew from the request, and answers what a test tells it to, such as SlowDown. All else it passes on to S3Mock.
public final class SignatureGate implements AutoCloseable {
    public static final String ACCESS_KEY = "HUBACCESSKEY00000001";
    public static final String SECRET_KEY = "right-secret/with+signs=";

    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/([0-9]{8})/([^/]+)/s3/aws4_request,"
                    + " ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "date");

    /// What a test makes of a request.
    public interface Fault {
        /// Answers the request itself, or says false to let it pass.
        boolean answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final int target;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String tokenWanted = "";

    /// @param target S3Mock's port
    public SignatureGate(int target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// How many requests came so far.
    public int requests() {
        return requests.get();
    }

    /// Asks the fault about every request until it is taken away.
    public void fault(Fault fault) {
        faults.add(fault);
    }

    public void noFaults() {
        faults.clear();
        tokenWanted = "";
    }

    /// Takes only keys that come with this session token.
    public void wantToken(String token) {
        tokenWanted = token;
    }

    /// An error as S3 writes it.
    public static boolean error(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body = ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        return true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        for (Fault fault : faults) {
            if (fault.answer(exchange)) {
                return;
            }
        }
        String refused = refused(exchange, body);
        if (!refused.isEmpty()) {
            error(exchange, 403, refused);
        } else {
            pass(exchange, body);
        }
    }

    private String refused(HttpExchange exchange, byte[] body) {
        Matcher given = AUTHORIZATION.matcher(header(exchange, "Authorization"));
        String date = header(exchange, "x-amz-date");
        String digest = header(exchange, "x-amz-content-sha256");
        if (!given.matches()
                || !date.startsWith(given.group(2))
                || !hex(sha256(body)).equals(digest)) {
            return "AccessDenied";
        }
        if (!given.group(1).equals(ACCESS_KEY)) {
            return "InvalidAccessKeyId";
        }
        if (!tokenWanted.equals(header(exchange, "x-amz-security-token"))) {
            return "InvalidToken";
        }
        Instant signed = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .parse(date, Instant::from);
        if (Duration.between(signed, Instant.now()).abs().compareTo(Duration.ofMinutes(15)) > 0) {
            return "RequestTimeTooSkewed";
        }
        String names = given.group(4);
        String wanted = String.join(
                "\n",
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                sorted(exchange.getRequestURI().getRawQuery()),
                Arrays.stream(names.split(";"))
                                .map(name -> name + ":" + header(exchange, name).strip())
                                .collect(Collectors.joining("\n"))
                        + "\n",
                names,
                digest);
        String scope = given.group(2) + "/" + given.group(3) + "/s3/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n"
                + hex(sha256(wanted.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return hex(hmac(key, toSign)).equals(given.group(5)) ? "" : "SignatureDoesNotMatch";
    }

    private static String sorted(String rawQuery) {
        return rawQuery == null
                ? ""
                : Arrays.stream(rawQuery.split("&")).sorted().collect(Collectors.joining("&"));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException {
        URI asked = exchange.getRequestURI();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target + asked.getRawPath() + query))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            // S3Mock is asked as an anonymous client: it would not check what was checked here.
            boolean signing = lower.equals("authorization") || lower.startsWith("x-amz-content-sha256");
            if (!OWN_HEADERS.contains(lower) && !signing) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.headers().map().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
            boolean none = answer.statusCode() == 204
                    || answer.headers().firstValue("Content-Length").equals(java.util.Optional.of("0"));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            }
            exchange.sendResponseHeaders(answer.statusCode(), none || head ? -1 : length);
            try (exchange;
                    InputStream in = answer.body()) {
                if (!none && !head) {
                    in.transferTo(exchange.getResponseBody());
                    exchange.getResponseBody().close();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
