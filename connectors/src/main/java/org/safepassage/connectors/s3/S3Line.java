package org.safepassage.connectors.s3;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpLine;

/// Requests to one bucket. For one thread.
final class S3Line implements AutoCloseable {
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final int[] EXPLAINED = {400, 401, 403, 404, 409, 412, 501};

    private final HttpLine http;
    private final String bucket;
    private final InstantSource clock;
    private Optional<Instant> serverTime = Optional.empty();

    /// @param http whose base is the bucket
    S3Line(HttpLine http, String bucket, InstantSource clock) {
        this.http = http;
        this.bucket = bucket;
        this.clock = clock;
    }

    HttpLine http() {
        return http;
    }

    /// The bucket itself with a query.
    URI bucket(Map<String, String> query) {
        return URI.create(http.base() + query(query));
    }

    /// An object. The key is written byte by byte: `..` and `//` in it are part of a name, not of a path.
    URI object(String key) {
        return URI.create(http.base() + path(key));
    }

    URI object(String key, Map<String, String> query) {
        return URI.create(http.base() + path(key) + query(query));
    }

    /// Where an object is, as a copy names its source.
    String source(S3Object object) {
        return "/" + bucket + "/" + path(object.key()) + query(version(object));
    }

    static Map<String, String> version(S3Object object) {
        return object.version().isEmpty() ? Map.of() : Map.of("versionId", object.version());
    }

    private static String query(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .sorted()
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String path(String key) {
        return Arrays.stream(key.split("/", -1)).map(S3Line::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /// Sends; every status that is not good ends as a problem that tells the server's code.
    HttpAnswer send(Ask ask, int... good) throws DoorProblem {
        int[] read =
                IntStream.concat(Arrays.stream(good), Arrays.stream(EXPLAINED)).toArray();
        HttpAnswer answer = http.send(ask, read);
        serverTime = answer.date();
        if (IntStream.of(good).anyMatch(status -> status == answer.status())) {
            return answer;
        }
        try (answer) {
            throw S3Problems.refused(ask.method(), answer.status(), code(answer));
        }
    }

    private static String code(HttpAnswer answer) throws DoorProblem {
        try {
            return S3Xml.read(answer.bytes(1 << 16)).text("Code");
        } catch (DoorProblem unreadable) {
            if (unreadable.kind() == DoorProblem.Kind.PEER_FAULT) {
                return "";
            }
            throw unreadable;
        }
    }

    /// Sends and reads the answer. S3 may answer 200 and tell of a failure in the body.
    S3Xml ask(Ask ask) throws DoorProblem {
        try (HttpAnswer answer = send(ask, 200)) {
            S3Xml said = S3Xml.read(answer.bytes(LARGEST_ANSWER));
            if (said.root().equals("Error")) {
                throw S3Problems.refused(ask.method(), 200, said.text("Code"));
            }
            return said;
        }
    }

    /// Sends what is answered without a body that matters; gives the answer's head.
    HttpAnswer done(Ask ask, int... good) throws DoorProblem {
        try (HttpAnswer answer = send(ask, good)) {
            answer.bytes(1 << 16);
            return answer;
        }
    }

    /// The server's clock as its last answer told it, or this machine's.
    Instant now() {
        return serverTime.orElseGet(clock::instant);
    }

    @Override
    public void close() {
        http.close();
    }
}
