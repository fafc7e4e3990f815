package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import org.safepassage.hub.wiring.HubFolders;

/// The loopback API of the hub that holds the data folder.
final class RunningHub {
    private final ObjectMapper json = new ObjectMapper();
    private final String base;
    private final String token;

    private RunningHub(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /// @throws IOException when no hub runs on this data folder
    static RunningHub find(HubFolders folders) throws IOException {
        if (!Files.exists(folders.runFile())) {
            throw new IOException(
                    "no hub runs on " + folders.data() + ": start it with 'hub up', or name its folder with --data");
        }
        JsonNode run = new ObjectMapper().readTree(Files.readString(folders.runFile()));
        return new RunningHub(
                "http://127.0.0.1:" + run.path("port").asInt() + "/api/v1",
                run.path("token").asText());
    }

    /// An answer of the API.
    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status < 300;
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    Answer post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    request.header("Authorization", "Bearer " + token)
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body()));
        } catch (ConnectException gone) {
            throw new IOException(
                    "the hub of this data folder does not answer: it was stopped or is starting; see the log in its data folder",
                    gone);
        }
    }
}
