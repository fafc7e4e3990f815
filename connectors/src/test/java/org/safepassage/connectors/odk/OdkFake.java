package org.safepassage.connectors.odk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A fake of ODK Central's API for one form, made from its documentation; the real program cannot be had
/// here. Sessions end after as many requests as a test likes. Attachments have an ETag and no ranges.
final class OdkFake implements AutoCloseable {
    static final String FORM = "interview";
    private static final String PATH = "/v1/projects/7/forms/" + FORM;
    private static final Instant START = Instant.parse("2026-01-01T12:00:00.000Z");
    private static final Pattern SINCE =
            Pattern.compile("__system/submissionDate ge (\\S+) or __system/updatedAt ge (\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final List<Integer> refusals = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger sessions = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile int sessionLasts = Integer.MAX_VALUE;

    private final AtomicInteger used = new AtomicInteger();
    private final HttpServer server;
    private final Map<String, ObjectNode> submissions = new LinkedHashMap<>();
    private final Map<String, Map<String, byte[]>> media = new HashMap<>();
    private long ticks;

    OdkFake() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// Somebody submits the form, or edits what was submitted under the same number.
    synchronized void put(String number, String title, Map<String, byte[]> exhibits) {
        ObjectNode before = submissions.get(number);
        String now = START.plusSeconds(++ticks).toString();
        ObjectNode one = JSON.createObjectNode().put("__id", "uuid:" + number.toLowerCase(java.util.Locale.ROOT));
        one.putObject("__system")
                .put(
                        "submissionDate",
                        before == null
                                ? now
                                : before.at("/__system/submissionDate").asText())
                .put("updatedAt", before == null ? null : now)
                .put("attachmentsPresent", exhibits.size())
                .put("attachmentsExpected", exhibits.size())
                .putNull("status")
                .putNull("reviewState")
                .putNull("deletedAt");
        one.put("number", number).put("title", title);
        submissions.put(number, one);
        media.put(one.path("__id").asText(), new LinkedHashMap<>(exhibits));
    }

    /// The form's own key locked a submission.
    synchronized void lock(String number) {
        system(number).put("status", "notDecrypted");
    }

    synchronized void lose(String number, String file) {
        media.getOrDefault("uuid:" + number.toLowerCase(java.util.Locale.ROOT), Map.of())
                .remove(file);
    }

    synchronized String state(String number) {
        return system(number).path("reviewState").asText();
    }

    private ObjectNode system(String number) {
        return (ObjectNode)
                java.util.Objects.requireNonNull(submissions.get(number)).path("__system");
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
        String method = exchange.getRequestMethod();
        asked.add(method + " " + path);
        if (!refusals.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            send(exchange, refusals.removeFirst(), new byte[0]);
        } else if (path.equals("/v1/sessions")) {
            session(exchange, JSON.readTree(body));
        } else if (!authorized(exchange)) {
            send(exchange, 401, new byte[0]);
        } else if (method.equals("DELETE")) {
            closed.incrementAndGet();
            send(exchange, 200, "{\"success\":true}".getBytes(StandardCharsets.UTF_8));
        } else if (method.equals("PATCH")) {
            mark(exchange, path, JSON.readTree(body));
        } else if (path.equals(PATH + ".svc/Submissions")) {
            page(exchange);
        } else if (path.startsWith(PATH + ".svc/Submissions('")) {
            one(exchange, path.substring(path.indexOf('\'') + 1, path.lastIndexOf('\'')));
        } else if (path.endsWith("/attachments")) {
            attachments(exchange, path.split("/")[7]);
        } else if (path.contains("/attachments/")) {
            file(exchange, path.split("/")[7], path.substring(path.indexOf("/attachments/") + 13));
        } else {
            send(exchange, 404, new byte[0]);
        }
    }

    private void session(HttpExchange exchange, JsonNode body) throws IOException {
        boolean known = body.path("password").asText().equals("right-secret");
        used.set(0);
        ObjectNode answer = JSON.createObjectNode();
        if (known) {
            answer.put("token", token(sessions.incrementAndGet()))
                    .put("csrf", "x")
                    .put("expiresAt", Instant.now().plusSeconds(86_400).toString());
        }
        send(exchange, known ? 200 : 401, answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String token(int number) {
        return "invented-session-token-%04d".formatted(number);
    }

    private boolean authorized(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return ("Bearer " + token(sessions.get())).equals(header) && used.incrementAndGet() <= sessionLasts;
    }

    private synchronized void page(HttpExchange exchange) throws IOException {
        var query = new HashMap<String, String>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw.split("&")) {
            query.put(
                    URLDecoder.decode(pair.split("=")[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.split("=", 2)[1], StandardCharsets.UTF_8));
        }
        Matcher since = SINCE.matcher(query.getOrDefault("$filter", ""));
        Instant from = since.matches() ? Instant.parse(since.group(1)) : Instant.MIN;
        List<ObjectNode> all = submissions.values().stream()
                .filter(each -> !changed(each).isBefore(from))
                .toList()
                .reversed();
        int start = Integer.parseInt(query.getOrDefault("$skiptoken", "0"));
        int top = Integer.parseInt(query.getOrDefault("$top", "250"));
        ObjectNode page = JSON.createObjectNode();
        ArrayNode value = page.putArray("value");
        all.stream().skip(start).limit(top).forEach(value::add);
        if (start + top < all.size()) {
            String filter = query.containsKey("$filter")
                    ? "&%24filter=" + URLEncoder.encode(query.get("$filter"), StandardCharsets.UTF_8)
                    : "";
            page.put(
                    "@odata.nextLink",
                    "http://" + exchange.getRequestHeaders().getFirst("Host") + PATH
                            + ".svc/Submissions?%24expand=*&%24top=" + top + "&%24skiptoken=" + (start + top) + filter);
        }
        send(exchange, 200, page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Instant changed(ObjectNode each) {
        JsonNode system = each.path("__system");
        return Instant.parse(
                system.path("updatedAt").asText(system.path("submissionDate").asText()));
    }

    private synchronized void one(HttpExchange exchange, String id) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode value = answer.putArray("value");
        submissions.values().stream()
                .filter(each -> each.path("__id").asText().equals(id))
                .forEach(value::add);
        send(exchange, value.isEmpty() ? 404 : 200, answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void attachments(HttpExchange exchange, String id) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        media.getOrDefault(id, Map.of())
                .keySet()
                .forEach(name -> list.addObject().put("name", name).put("exists", true));
        send(exchange, 200, list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void file(HttpExchange exchange, String id, String name) throws IOException {
        byte[] bytes = media.getOrDefault(id, Map.of()).get(name);
        if (bytes == null) {
            send(exchange, 404, new byte[0]);
            return;
        }
        exchange.getResponseHeaders().add("ETag", "\"" + java.util.Arrays.hashCode(bytes) + "\"");
        send(exchange, 200, bytes);
    }

    private synchronized void mark(HttpExchange exchange, String path, JsonNode body) throws IOException {
        String id = path.split("/")[7];
        for (ObjectNode each : submissions.values()) {
            if (each.path("__id").asText().equals(id)) {
                ((ObjectNode) each.path("__system"))
                        .put("reviewState", body.path("reviewState").asText())
                        .put("updatedAt", START.plusSeconds(++ticks).toString());
            }
        }
        send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
