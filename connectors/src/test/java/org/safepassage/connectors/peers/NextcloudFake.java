package org.safepassage.connectors.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// A fake of what Nextcloud's developer manual says of its WebDAV interface, for a user `hub` with the app password
/// `right-secret`: folder ETags that change with anything below them, conditional requests, no file named `.part`, and
/// chunked upload v2 (a folder for the upload, pieces 1 to 10,000 of 5 MB or more but the last, each request with its
/// destination, MOVE of `.file`). Not Nextcloud: PHP and its application are in no registry that the tests may use.
public final class NextcloudFake implements AutoCloseable {
    private static final String FILES = "/remote.php/dav/files/hub/";
    private static final String UPLOADS = "/remote.php/dav/uploads/hub/";
    private static final long SMALLEST_PIECE = 5_000_000;

    /// Methods whose next answer is lost after the work was done.
    public final Set<String> losing = ConcurrentHashMap.newKeySet();

    /// Method, path, depth and condition of everything asked.
    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private final Path root;
    private final HttpServer server;
    private final Map<String, String> destinations = new ConcurrentHashMap<>();

    /// @param folder for its files
    public NextcloudFake(Path folder) {
        root = folder;
        try {
            Files.createDirectories(files());
            Files.createDirectories(uploads());
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// The account's files.
    public Path files() {
        return root.resolve("files");
    }

    /// What is being uploaded.
    public Path uploads() {
        return root.resolve("uploads");
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Address of the account's files through a port.
    public static String url(int port) {
        return "http://127.0.0.1:" + port + FILES;
    }

    /// Address of the account's uploads through a port.
    public static String uploadsUrl(int port) {
        return "http://127.0.0.1:" + port + UPLOADS;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String depth = header(exchange, "Depth");
        String condition = header(exchange, "If-None-Match").isEmpty() ? "" : " If-None-Match";
        asked.add(method + " " + path + (depth.isEmpty() ? "" : " " + depth) + condition);
        try (exchange) {
            if (!header(exchange, "Authorization").equals("Basic aHViOnJpZ2h0LXNlY3JldA==")) {
                exchange.getRequestBody().readAllBytes();
                answer(exchange, 401);
            } else if (path.startsWith(UPLOADS)) {
                answer(exchange, upload(exchange, path.substring(UPLOADS.length())));
            } else if (path.startsWith(FILES)) {
                file(exchange, files().resolve(path.substring(FILES.length())));
            } else {
                answer(exchange, 404);
            }
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        if (!losing.remove(exchange.getRequestMethod())) {
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int upload(HttpExchange exchange, String path) throws IOException {
        String id = path.split("/")[0];
        String name = path.replaceFirst("^[^/]+/?", "");
        Path folder = uploads().resolve(id);
        String destination = header(exchange, "Destination");
        return switch (exchange.getRequestMethod()) {
            case "MKCOL" -> {
                if (Files.exists(folder)) {
                    yield 405;
                }
                destinations.put(id, destination);
                Files.createDirectory(folder);
                yield destination.isEmpty() ? 400 : 201;
            }
            case "DELETE" -> delete(folder);
            case "PUT" -> {
                boolean numbered =
                        name.matches("[0-9]{1,5}") && Integer.parseInt(name) >= 1 && Integer.parseInt(name) <= 10_000;
                if (!numbered || !destination.equals(destinations.get(id))) {
                    exchange.getRequestBody().readAllBytes();
                    yield 400;
                }
                yield Files.isDirectory(folder) ? write(exchange, folder.resolve(name)) : 404;
            }
            case "MOVE" ->
                name.equals(".file") && destination.equals(destinations.get(id))
                        ? assemble(folder, files(destination), header(exchange, "OC-Total-Length"))
                        : 400;
            default -> 405;
        };
    }

    private int assemble(Path folder, Path target, String total) throws IOException {
        List<Path> pieces;
        try (var found = Files.list(folder)) {
            pieces = found.filter(file -> file.getFileName().toString().matches("[0-9]+"))
                    .sorted(Comparator.comparingInt(
                            file -> Integer.parseInt(file.getFileName().toString())))
                    .toList();
        }
        long sum = 0;
        for (Path piece : pieces) {
            sum += Files.size(piece);
            if (Files.size(piece) < SMALLEST_PIECE && !piece.equals(pieces.getLast())) {
                return 400;
            }
        }
        if (!total.equals(Long.toString(sum)) || forbidden(target)) {
            return 400;
        }
        boolean there = Files.exists(target);
        Path assembled = folder.resolve("assembled");
        try (var out = Files.newOutputStream(assembled)) {
            for (Path piece : pieces) {
                Files.copy(piece, out);
            }
        }
        Files.move(assembled, target, StandardCopyOption.REPLACE_EXISTING);
        delete(folder);
        return there ? 204 : 201;
    }

    private Path files(String destination) {
        String path = URI.create(destination).getPath();
        return files().resolve(path.substring(FILES.length()));
    }

    private static boolean forbidden(Path target) {
        String name = target.getFileName().toString();
        return name.endsWith(".part") || name.endsWith(".filepart");
    }

    private static int write(HttpExchange exchange, Path target) throws IOException {
        boolean there = Files.exists(target);
        Path arriving = target.resolveSibling(target.getFileName() + ".ocTransferId");
        try {
            Files.copy(exchange.getRequestBody(), arriving, StandardCopyOption.REPLACE_EXISTING);
            long said = Long.parseLong(
                    header(exchange, "Content-Length").isEmpty() ? "0" : header(exchange, "Content-Length"));
            if (Files.size(arriving) != said) {
                throw new IOException("the sender hung up");
            }
            Files.move(arriving, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(arriving);
        }
        return there ? 204 : 201;
    }

    private static int delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 404;
        }
        try (var all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        return 204;
    }

    private void file(HttpExchange exchange, Path file) throws IOException {
        String method = exchange.getRequestMethod();
        switch (method) {
            case "PROPFIND" -> propfind(exchange, file);
            case "GET", "HEAD" -> read(exchange, file);
            case "PUT" -> {
                boolean possible = Files.isDirectory(file.resolveSibling(".")) && !forbidden(file);
                answer(
                        exchange,
                        possible ? write(exchange, file) : Files.isDirectory(file.resolveSibling(".")) ? 400 : 409);
            }
            case "DELETE" -> answer(exchange, delete(file));
            case "MKCOL" -> {
                boolean there = Files.exists(file);
                if (!there && Files.isDirectory(file.resolveSibling("."))) {
                    Files.createDirectory(file);
                    answer(exchange, 201);
                } else {
                    answer(exchange, there ? 405 : 409);
                }
            }
            case "MOVE" -> {
                Path target = files(header(exchange, "Destination"));
                boolean there = Files.exists(target);
                if (!Files.exists(file)) {
                    answer(exchange, 404);
                } else if (there && header(exchange, "Overwrite").equals("F")) {
                    answer(exchange, 412);
                } else {
                    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
                    answer(exchange, there ? 204 : 201);
                }
            }
            default -> answer(exchange, 405);
        }
    }

    private static void read(HttpExchange exchange, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(Files.isDirectory(file) ? 200 : 404, -1);
            return;
        }
        String tag = etag(file);
        long size = Files.size(file);
        var out = exchange.getResponseHeaders();
        out.set("ETag", tag);
        String wanted = header(exchange, "If-Match");
        if (header(exchange, "If-None-Match").equals(tag)) {
            exchange.sendResponseHeaders(304, -1);
        } else if (!wanted.isEmpty() && !wanted.equals(tag)) {
            exchange.sendResponseHeaders(412, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            out.set("Content-Length", Long.toString(size));
            exchange.sendResponseHeaders(200, -1);
        } else {
            String range = header(exchange, "Range");
            long from = range.isEmpty() ? 0 : Long.parseLong(range.replaceAll("[^0-9]", ""));
            if (!range.isEmpty()) {
                out.set("Content-Range", "bytes " + from + "-" + (size - 1) + "/" + size);
            }
            exchange.sendResponseHeaders(range.isEmpty() ? 200 : 206, size == from ? -1 : size - from);
            try (var in = Files.newInputStream(file)) {
                in.skipNBytes(from);
                in.transferTo(exchange.getResponseBody());
            }
        }
    }

    private void propfind(HttpExchange exchange, Path file) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (!Files.exists(file)) {
            answer(exchange, 404);
            return;
        }
        var listing = new StringBuilder("<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\">");
        listing.append(response(file));
        if (header(exchange, "Depth").equals("1") && Files.isDirectory(file)) {
            try (var children = Files.list(file)) {
                for (Path child : children.sorted().toList()) {
                    listing.append(response(child));
                }
            }
        }
        byte[] bytes = listing.append("</d:multistatus>").toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml; charset=utf-8");
        exchange.sendResponseHeaders(207, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String response(Path file) throws IOException {
        var href = new StringBuilder(FILES);
        for (Path part : files().relativize(file)) {
            href.append(URLEncoder.encode(part.toString(), StandardCharsets.UTF_8)
                            .replace("+", "%20"))
                    .append('/');
        }
        boolean folder = Files.isDirectory(file);
        String address = href.toString().replaceAll("/+$", folder ? "/" : "");
        String modified = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC));
        return "<d:response><d:href>" + address + "</d:href><d:propstat><d:prop><d:getetag>"
                + etag(file).replace("\"", "&quot;") + "</d:getetag><d:getlastmodified>" + modified
                + "</d:getlastmodified>"
                + (folder
                        ? "<d:resourcetype><d:collection/></d:resourcetype>"
                        : "<d:resourcetype/><d:getcontentlength>" + Files.size(file) + "</d:getcontentlength>")
                + "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
    }

    /// Of a file by what it is; of a folder by all below it, as Nextcloud carries a change up to the root.
    private static String etag(Path file) throws IOException {
        var facts = new StringBuilder();
        try (var all = Files.walk(file)) {
            for (Path each : all.sorted().toList()) {
                facts.append(file.relativize(each)).append('|');
                if (Files.isRegularFile(each)) {
                    facts.append(Files.size(each)).append('|').append(Files.getLastModifiedTime(each));
                }
            }
        }
        return "\"" + Integer.toHexString(facts.toString().hashCode()) + facts.length() + "\"";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
