package org.safepassage.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Taken;

/// The same against a bucket that keeps versions, with sealed cases tagged instead of moved.
@Tag("slow")
class S3VersionsTest extends S3CasesTest {
    @Override
    protected boolean versioned() {
        return true;
    }

    @Override
    protected String acknowledge() {
        return "tag";
    }

    @Test
    void theVersionThatWasListedIsReadEvenWhenAnotherCameBetweenTwoPieces() throws Exception {
        // Given: the connection breaks in the middle, and before it is taken up again there is another version
        byte[] video = noise(3_000_000, 7);
        putCase("K-1", "one", Map.of("video.mp4", video));
        var first = new AtomicInteger();
        var asked = new CopyOnWriteArrayList<String>();
        try (var door = door(Map.of())) {
            var arrival = list(door, "").getFirst();
            gate.fault(exchange -> {
                if (exchange.getRequestURI().getPath().endsWith("video.mp4")) {
                    asked.add(String.valueOf(exchange.getRequestURI().getQuery()));
                    if (first.getAndIncrement() == 0) {
                        exchange.getResponseHeaders().set("ETag", S3Uploads.tag(video));
                        exchange.sendResponseHeaders(200, video.length);
                        exchange.getResponseBody().write(video, 0, 1_000_000);
                        exchange.getResponseBody().flush();
                        server.put(bucket, "cases/K-1/video.mp4", noise(3_000_000, 8));
                        throw new IOException("cut");
                    }
                }
                return false;
            });
            var taken = new Taken();
            // When
            Throwable ended = catchThrowable(() -> door.read(arrival, taken));
            // Then: the bytes are of one version, and the end of the reading tells that the case has changed
            assertThat(taken.bytes.get("video.mp4")).isEqualTo(video);
            assertThat(asked).hasSize(2).allMatch(query -> query.startsWith("versionId="));
            assertThat(kind(ended)).isEqualTo(Kind.CHANGED);
        }
    }

    @Test
    void aNewVersionIsAnUpdateAndADeletedCaseIsGone() throws Exception {
        // Given
        putCase("K-1", "one", Map.of());
        putCase("K-2", "two", Map.of());
        try (var door = door(Map.of())) {
            for (var arrival : list(door, "")) {
                door.acknowledge(arrival);
            }
            assertThat(list(door, "")).isEmpty();
            // When
            putCase("K-1", "one, again", Map.of());
            server.delete(bucket, "cases/K-2/case.json");
            // Then
            assertThat(list(door, "")).extracting(Arrival::key).containsExactly("K-1");
        }
    }

    @Test
    void aMarkKeepsThePartnersOwnTags() throws Exception {
        // Given
        putCase("K-1", "one", Map.of("a.txt", text("a")));
        server.ask(
                "PUT",
                bucket,
                "cases/K-1/case.json",
                "?tagging=",
                text("<Tagging"
                        + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet><Tag><Key>desk</Key><Value>north</Value>"
                        + "</Tag></TagSet></Tagging>"));
        try (var door = door(Map.of())) {
            // When
            door.acknowledge(list(door, "").getFirst());
            // Then
            assertThat(server.ask("GET", bucket, "cases/K-1/case.json", "?tagging=", new byte[0]))
                    .contains("<Key>desk</Key>", "<Value>north</Value>", "safe-passage-sealed");
            // When an exhibit changes, the mark is no longer true
            server.put(bucket, "cases/K-1/a.txt", text("b"));
            // Then
            assertThat(list(door, "")).hasSize(1);
        }
    }
}
