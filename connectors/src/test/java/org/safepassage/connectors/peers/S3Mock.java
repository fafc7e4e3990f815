package org.safepassage.connectors.peers;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Adobe S3Mock as a program of its own, and the hand of the partner in it. It keeps versions, tags and multipart
/// uploads as S3 does, but takes every signature: doors reach it through a [SignatureGate].
public final class S3Mock implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

    private final Peer peer;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// @param folder for its objects and log
    public S3Mock(Path folder) {
        Path jar = Path.of("target/peers/s3mock.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new AssertionError("run Maven's process-test-resources: it copies S3Mock to target/peers");
        }
        int port = Peer.freePort();
        peer = Peer.start(
                "the JDK",
                port,
                folder.resolve("log"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx384m",
                        "-jar",
                        jar.toString(),
                        "--com.adobe.testing.s3mock.store.root=" + folder.resolve("objects"),
                        "--com.adobe.testing.s3mock.httpPort=" + port,
                        "--server.port=0"),
                90);
    }

    public int port() {
        return peer.port();
    }

    public void makeBucket(String name, boolean versions) {
        send("PUT", name, "", new byte[0]);
        if (versions) {
            send(
                    "PUT",
                    name,
                    "?versioning=",
                    ("<VersioningConfiguration"
                                    + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Status>Enabled</Status>"
                                    + "</VersioningConfiguration>")
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    public void put(String bucket, String key, byte[] bytes) {
        send("PUT", bucket + "/" + encoded(key), "", bytes);
    }

    public void delete(String bucket, String key) {
        send("DELETE", bucket + "/" + encoded(key), "", new byte[0]);
    }

    public byte[] get(String bucket, String key) {
        return send("GET", bucket + "/" + encoded(key), "", new byte[0]);
    }

    /// What is at an address with a query, as text.
    public String ask(String method, String bucket, String key, String query, byte[] bytes) {
        return new String(send(method, bucket + "/" + encoded(key), query, bytes), StandardCharsets.UTF_8);
    }

    /// All keys, sorted; for tests whose keys XML can hold.
    public List<String> keys(String bucket) {
        return KEY.matcher(ask("GET", bucket, "", "?list-type=2", new byte[0]))
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private static String encoded(String key) {
        return Arrays.stream(key.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    private byte[] send(String method, String path, String query, byte[] bytes) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/" + path + query))
                .header("Content-Type", query.isEmpty() ? "application/octet-stream" : "application/xml")
                .method(method, BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + query + ": " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        peer.close();
    }
}
