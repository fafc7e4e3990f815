package org.safepassage.rehearsal.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The hub's loopback API, as a script would use it. Every call fails with IOException while the hub is down.
/// Safe for use by several threads.
public final class HubApi {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI root;
    private final String token;

    /// An API on this loopback port.
    public HubApi(int port, String token) {
        this.root = URI.create("http://127.0.0.1:" + port + "/api/v1/");
        this.token = token;
    }

    /// GET of `path` below `/api/v1/`.
    ///
    /// @throws IOException when the hub does not answer 2xx with JSON
    /// @throws InterruptedException when the thread is interrupted
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /// POST without a body to `path` below `/api/v1/`.
    ///
    /// @throws IOException when the hub does not answer 2xx
    /// @throws InterruptedException when the thread is interrupted
    public JsonNode post(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()));
    }

    private JsonNode send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = CLIENT.send(
                request.uri(root.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofMinutes(2))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the hub answered " + response.statusCode() + " to " + path);
        }
        return response.body().length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(response.body());
    }
}
