package org.safepassage.hub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import org.safepassage.hub.wiring.HubFolders;

/// The loopback API of the hub that holds the data folder. Whatever is not a good answer is an exception whose message
/// says what to do; it never holds the token.
final class RunningHub {
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;

    private final ObjectMapper json = new ObjectMapper();
    private final HubFolders folders;
    private final String base;
    private final String token;

    private RunningHub(HubFolders folders, String base, String token) {
        this.folders = folders;
        this.base = base;
        this.token = token;
    }

    /// @throws IOException when no hub runs on this data folder
    static RunningHub find(HubFolders folders) throws IOException {
        if (!Files.exists(folders.runFile())) {
            throw new IOException(
                    "no hub runs on " + folders.data() + ": start it with 'hub up', or name its folder with --data");
        }
        JsonNode run;
        try {
            run = new ObjectMapper().readTree(Files.readString(folders.runFile()));
        } catch (JsonProcessingException broken) {
            throw damaged(folders);
        }
        int port = run.path("port").asInt();
        String token = run.path("token").asText();
        if (port < 1 || port > 65_535 || !token.matches("[!-~]+")) throw damaged(folders);
        return new RunningHub(folders, "http://127.0.0.1:" + port + "/api/v1", token);
    }

    private static IOException damaged(HubFolders folders) {
        return new IOException(folders.runFile() + " is damaged: start the hub again, it writes the file anew");
    }

    /// @throws IOException when the hub does not answer, refuses, or does not know what is asked for
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /// As [#get], for an order.
    JsonNode post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /// As [#post(String)], with what the order needs to know.
    JsonNode post(String path, JsonNode content) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(content.toString())));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    request.header("Authorization", "Bearer " + token)
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return body(answer);
        } catch (ConnectException gone) {
            throw new IOException(
                    "the hub of " + folders.data()
                            + " does not answer: it was stopped or is starting; see logs/hub.log in that folder",
                    gone);
        } catch (HttpTimeoutException late) {
            throw new IOException(
                    "the hub of " + folders.data() + " took longer than a minute to answer; try again", late);
        }
    }

    private JsonNode body(HttpResponse<String> answer) throws IOException {
        int status = answer.statusCode();
        if (status == UNAUTHORISED || status == FORBIDDEN) {
            throw new IOException("the hub refused the token in " + folders.runFile()
                    + ": another hub uses its port, or it was started again; start it, or name its folder with --data");
        }
        JsonNode body;
        try {
            body = answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body());
        } catch (JsonProcessingException noHub) {
            throw new IOException(
                    "what answers on port " + answer.uri().getPort()
                            + " is no hub: start the hub again, or name its folder with --data",
                    noHub);
        }
        if (status >= 300) {
            throw new IOException(body.path("detail").asText("the hub answered " + status + "; see logs/hub.log"));
        }
        return body;
    }
}
