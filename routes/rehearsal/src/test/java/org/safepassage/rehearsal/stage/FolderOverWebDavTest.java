package org.safepassage.rehearsal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderOverWebDavTest {
    @TempDir
    Path folder;

    @Test
    void aClientWithThePasswordListsReadsAndMoves() throws Exception {
        // Given
        var share = Files.createDirectories(folder.resolve("share"));

        try (var server = FolderOverWebDav.start(share, folder.resolve("scratch"), Credentials.random("hub"))) {
            // When
            Files.writeString(share.resolve("bundle 1.zip"), "zip bytes", StandardCharsets.UTF_8);
            var listed = send(
                    server,
                    request(server, "")
                            .method("PROPFIND", HttpRequest.BodyPublishers.noBody())
                            .header("Depth", "1"));
            var read = send(server, request(server, "bundle%201.zip").GET());
            var moved = send(
                    server,
                    request(server, "bundle%201.zip")
                            .method("MOVE", HttpRequest.BodyPublishers.noBody())
                            .header("Destination", server.url() + "done.zip"));

            // Then
            assertThat(listed.statusCode()).isEqualTo(207);
            assertThat(listed.body()).contains("bundle%201.zip");
            assertThat(read.body()).isEqualTo("zip bytes");
            assertThat(moved.statusCode()).isEqualTo(201);
            assertThat(share.resolve("done.zip")).exists();
        }
    }

    @Test
    void nobodyElseReads() throws Exception {
        // Given
        var share = Files.createDirectories(folder.resolve("share"));
        Files.writeString(share.resolve("bundle.zip"), "zip bytes", StandardCharsets.UTF_8);

        try (var server = FolderOverWebDav.start(share, folder.resolve("scratch"), Credentials.random("hub"))) {
            // When
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.url() + "bundle.zip"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            // Then
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("zip bytes");
        }
    }

    private static HttpRequest.Builder request(FolderOverWebDav server, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private static HttpResponse<String> send(FolderOverWebDav server, HttpRequest.Builder request) throws Exception {
        var credentials =
                server.credentials().user() + ":" + server.credentials().password();
        return HttpClient.newHttpClient()
                .send(
                        request.header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
