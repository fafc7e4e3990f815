package org.safepassage.connectors.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The partner that `partner-openapi.yaml` describes, with a user `hub` and password `right-secret`, and a token server
/// for the same. Each exchange is checked against the document.
final class InventedArchive implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenApi DOCUMENT = new OpenApi("partner-openapi.yaml");

    /// A case as the archive keeps it.
    record Case(String id, String number, String title, Instant changed, Map<String, String> files) {}

    final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    /// Runs before a page is answered, with its query: a colleague who works in the archive at that moment.
    volatile Consumer<Map<String, String>> meanwhile = query -> {};
    /// Whether the page parameter does nothing.
    volatile boolean stuck;
    /// How many requests a token is good for.
    volatile int tokenLasts = Integer.MAX_VALUE;

    private final HttpServer server;
    private final List<Case> cases = new ArrayList<>();
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong names = new AtomicLong();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger tokenUsed = new AtomicInteger();

    InventedArchive() {
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

    /// How many tokens were given out.
    int tokens() {
        return tokens.get();
    }

    /// Puts or replaces a case; its files are kept as they come.
    synchronized void put(String number, String title, Map<String, byte[]> exhibits) {
        put(number, title, START.plusSeconds(ticks.incrementAndGet()), exhibits);
    }

    /// The same, changed at a time of the partner's choice.
    synchronized void put(String number, String title, Instant changed, Map<String, byte[]> exhibits) {
        remove(number);
        var named = new LinkedHashMap<String, String>();
        exhibits.forEach((name, bytes) -> {
            String id = "f" + names.incrementAndGet();
            files.put(id, bytes);
            named.put(name, "files/" + id);
        });
        cases.add(new Case("c-" + number, number, title, changed, named));
    }

    /// Puts a case whose files lead where it likes.
    synchronized void link(String number, Map<String, String> hrefs) {
        remove(number);
        cases.add(new Case(
                "c-" + number,
                number,
                "linked",
                START.plusSeconds(ticks.incrementAndGet()),
                new LinkedHashMap<>(hrefs)));
    }

    synchronized void remove(String number) {
        cases.removeIf(each -> each.number().equals(number));
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        URI address = exchange.getRequestURI();
        asked.add(exchange.getRequestMethod() + " " + address);
        var answer = new Answer(exchange, body);
        if (!address.getRawPath().equals("/v1/token") && !answer.authorized()) {
            answer.send(401, "", new byte[0]);
        } else {
            answer.route(address.getRawPath());
        }
    }

    private synchronized List<Case> listed(Map<String, String> query) {
        Instant since = query.containsKey("since") ? Instant.parse(query.get("since")) : Instant.MIN;
        return cases.stream()
                .filter(each -> !each.changed().isBefore(since))
                .sorted(Comparator.comparing(Case::changed))
                .toList();
    }

    private synchronized Case find(String id) {
        return cases.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(new Case("", "", "", START, Map.of()));
    }

    private static ObjectNode json(Case each) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", each.id())
                .put("number", each.number())
                .put("title", each.title())
                .put("changedAt", each.changed().toString());
        var files = node.putArray("files");
        each.files().forEach((name, href) -> files.addObject().put("href", href).put("name", name));
        return node;
    }

    /// One exchange.
    private final class Answer {
        private final HttpExchange exchange;
        private final byte[] asked;

        Answer(HttpExchange exchange, byte[] asked) {
            this.exchange = exchange;
            this.asked = asked;
        }

        private String authorization() {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            return header == null ? "" : header;
        }

        boolean authorized() {
            if (authorization().equals("Bearer t-" + tokens.get())) {
                return tokenUsed.incrementAndGet() <= tokenLasts;
            }
            return authorization().equals("Basic aHViOnJpZ2h0LXNlY3JldA==");
        }

        void route(String path) throws IOException {
            if (path.equals("/v1/token")) {
                token();
            } else if (path.equals("/v1/cases")) {
                page();
            } else if (path.startsWith("/v1/files/")) {
                file(path.substring("/v1/files/".length()));
            } else if (path.endsWith("/received")) {
                String id = path.substring("/v1/cases/".length(), path.length() - "/received".length());
                Case received = find(URLDecoder.decode(id, StandardCharsets.UTF_8));
                remove(received.number());
                send(received.id().isEmpty() ? 404 : 204, "", new byte[0]);
            } else {
                Case one = find(URLDecoder.decode(path.substring("/v1/cases/".length()), StandardCharsets.UTF_8));
                boolean there = !one.id().isEmpty();
                send(there ? 200 : 404, "application/json", there ? bytes(json(one)) : new byte[0]);
            }
        }

        private byte[] bytes(ObjectNode node) {
            return node.toString().getBytes(StandardCharsets.UTF_8);
        }

        private void token() throws IOException {
            boolean known = authorization().equals("Basic aHViOnJpZ2h0LXNlY3JldA==");
            tokenUsed.set(0);
            String answer = known
                    ? "{\"access_token\":\"t-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                            .formatted(tokens.incrementAndGet())
                    : "{\"error\":\"invalid_client\"}";
            send(known ? 200 : 401, "application/json", answer.getBytes(StandardCharsets.UTF_8));
        }

        private void page() throws IOException {
            var query = new HashMap<String, String>();
            String raw = exchange.getRequestURI().getRawQuery();
            for (String pair : raw == null ? new String[0] : raw.split("&")) {
                query.put(pair.split("=")[0], URLDecoder.decode(pair.split("=")[1], StandardCharsets.UTF_8));
            }
            meanwhile.accept(query);
            List<Case> all = listed(query);
            int size = Integer.parseInt(query.getOrDefault("size", "50"));
            int from = from(query, size, all);
            List<Case> some = all.subList(Math.min(from, all.size()), Math.min(from + size, all.size()));
            ObjectNode page = JSON.createObjectNode();
            var items = page.putObject("result").putArray("items");
            some.forEach(each -> items.add(json(each)));
            boolean more = from + size < all.size();
            page.put("cursor", more ? "after-" + some.getLast().id() : null);
            String next = "/v1/cases?style=linked&cursor="
                    + (more ? "after-" + some.getLast().id() : "") + "&size=" + size;
            page.put("next", more ? next : null);
            if (more) {
                exchange.getResponseHeaders()
                        .add("Link", "</v1/cases?page=1>; rel=\"first\", <" + next + ">; title=\"a, b\"; rel=next");
            }
            send(200, "application/json", bytes(page));
        }

        private int from(Map<String, String> query, int size, List<Case> all) {
            if (stuck) {
                return 0;
            }
            if (query.containsKey("cursor")) {
                String id = query.get("cursor").substring("after-".length());
                return all.stream().map(Case::id).toList().indexOf(id) + 1;
            }
            int page = Integer.parseInt(query.getOrDefault("page", "1"));
            return Integer.parseInt(query.getOrDefault("offset", Integer.toString((page - 1) * size)));
        }

        private void file(String id) throws IOException {
            byte[] bytes = files.get(id);
            if (bytes == null) {
                send(404, "", new byte[0]);
                return;
            }
            exchange.getResponseHeaders().set("ETag", "\"" + Arrays.hashCode(bytes) + "\"");
            String range = exchange.getRequestHeaders().getFirst("Range");
            if (range == null) {
                send(200, "application/octet-stream", bytes);
                return;
            }
            int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
            send(206, "application/octet-stream", Arrays.copyOfRange(bytes, from, bytes.length));
        }

        void send(int status, String type, byte[] bytes) throws IOException {
            faults.addAll(DOCUMENT.faults(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    authorization(),
                    asked,
                    status,
                    type,
                    bytes));
            if (!type.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", type);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
