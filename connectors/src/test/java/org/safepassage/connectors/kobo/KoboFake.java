package org.safepassage.connectors.kobo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A fake of KoboToolbox's API v2 for one form, made from its documentation; the real program cannot be had
/// here. Submissions are listed by offset, so they shift while somebody works; an edit keeps `_id`,
/// `_submission_time` and `meta/rootUuid` and changes `_uuid`.
final class KoboFake implements AutoCloseable {
    static final String FORM = "aBcDeFgHiJkLmNoPqRsTuV";
    private static final String DATA = "/api/v2/assets/" + FORM + "/data";
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final Map<String, byte[]> media = new ConcurrentHashMap<>();
    final Map<Integer, String> marks = new ConcurrentHashMap<>();
    /// Runs before a page is answered.
    volatile Consumer<Map<String, String>> meanwhile = query -> {};
    /// Answers of the status in the first place before the true ones.
    final List<Integer> refusals = Collections.synchronizedList(new ArrayList<>());
    /// Where media are said to be; empty for here, told without a port, since a line in a test has another.
    volatile String mediaHost = "";

    private final HttpServer server;
    private final Map<String, ObjectNode> submissions = new LinkedHashMap<>();
    private final AtomicInteger ids = new AtomicInteger(100);

    KoboFake() {
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
        int id = before == null ? ids.incrementAndGet() : before.path("_id").asInt();
        String uuid = "u-" + id + "-" + asked.size() + "-" + System.nanoTime();
        ObjectNode one = JSON.createObjectNode()
                .put("_id", id)
                .put("_uuid", uuid)
                .put("meta/instanceID", "uuid:" + uuid)
                .put(
                        "meta/rootUuid",
                        before == null
                                ? "uuid:" + uuid
                                : before.path("meta/rootUuid").asText())
                .put("number", number)
                .put("title", title)
                .put(
                        "_submission_time",
                        before == null
                                ? "2026-01-01T12:%02d:%02d".formatted(id / 60 % 60, id % 60)
                                : before.path("_submission_time").asText());
        one.putObject("_validation_status");
        var attachments = one.putArray("_attachments");
        exhibits.forEach((name, bytes) -> {
            String file = id + "-" + media.size();
            media.put(file, bytes);
            attachments
                    .addObject()
                    .put("uid", "att" + file)
                    .put("media_file_basename", name)
                    .put("mimetype", "application/octet-stream")
                    .put("question_xpath", "photo")
                    .put("is_deleted", false)
                    .put("file", file);
        });
        submissions.put(number, one);
    }

    synchronized void remove(String number) {
        submissions.remove(number);
    }

    synchronized String root(String number) {
        return java.util.Objects.requireNonNull(submissions.get(number))
                .path("meta/rootUuid")
                .asText();
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        if (!refusals.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            send(exchange, refusals.removeFirst(), new byte[0]);
        } else if (!"Token right-secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"detail\":\"Invalid token.\"}".getBytes(StandardCharsets.UTF_8));
        } else if (path.equals(DATA + ".json")) {
            page(exchange, query(exchange));
        } else if (path.startsWith("/media/")) {
            file(exchange, media.get(path.substring("/media/".length())));
        } else if (path.endsWith("/validation_status/")) {
            int id = Integer.parseInt(path.split("/")[6]);
            marks.put(id, JSON.readTree(body).path("validation_status.uid").asText());
            send(exchange, 200, body);
        } else if (path.startsWith(DATA + "/") && path.endsWith(".json")) {
            one(exchange, path.substring(DATA.length() + 1, path.length() - 5));
        } else {
            send(exchange, 404, new byte[0]);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            query.put(pair.split("=")[0], URLDecoder.decode(pair.split("=")[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private void page(HttpExchange exchange, Map<String, String> query) throws IOException {
        meanwhile.accept(query);
        String since = query.containsKey("query")
                ? JSON.readTree(query.get("query")).at("/_submission_time/$gte").asText()
                : "";
        var fields = new ArrayList<String>();
        if (query.containsKey("fields")) {
            JSON.readTree(query.get("fields")).forEach(field -> fields.add(field.asText()));
        }
        int start = Integer.parseInt(query.getOrDefault("start", "0"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        ObjectNode page = JSON.createObjectNode();
        synchronized (this) {
            List<ObjectNode> all = submissions.values().stream()
                    .filter(each -> each.path("_submission_time").asText().compareTo(since) >= 0)
                    .toList();
            page.put("count", all.size());
            var results = page.putArray("results");
            all.stream()
                    .skip(start)
                    .limit(limit)
                    .forEach(each ->
                            results.add(fields.isEmpty() ? shown(each) : ((ObjectNode) shown(each)).retain(fields)));
        }
        send(exchange, 200, page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode shown(ObjectNode each) {
        ObjectNode copy = each.deepCopy();
        copy.path("_attachments").forEach(attachment -> {
            ((ObjectNode) attachment)
                    .put(
                            "download_url",
                            mediaHost + "/media/" + attachment.path("file").asText());
        });
        String mark = marks.get(each.path("_id").asInt());
        if (mark != null) copy.putObject("_validation_status").put("uid", mark);
        return copy;
    }

    private void one(HttpExchange exchange, String id) throws IOException {
        JsonNode found;
        synchronized (this) {
            found = submissions.values().stream()
                    .filter(each -> each.path("_id").asText().equals(id))
                    .findFirst()
                    .map(this::shown)
                    .orElse(JSON.missingNode());
        }
        boolean there = !found.isMissingNode();
        send(exchange, there ? 200 : 404, there ? found.toString().getBytes(StandardCharsets.UTF_8) : new byte[0]);
    }

    private static void file(HttpExchange exchange, byte @org.jspecify.annotations.Nullable [] bytes)
            throws IOException {
        if (bytes == null) {
            send(exchange, 404, new byte[0]);
            return;
        }
        exchange.getResponseHeaders().add("ETag", "\"" + bytes.length + "\"");
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            send(exchange, 200, bytes);
            return;
        }
        int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        send(exchange, 206, java.util.Arrays.copyOfRange(bytes, from, bytes.length));
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
