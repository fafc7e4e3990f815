package org.safepassage.redact.renditions.video;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What the child answered about a film, and the files that it left in the job's folder: read here and nowhere else.
///
/// @param claims what it says, a refusal or what the work asked for
/// @param folder of the job, for as long as the job is open
record VideoReply(JsonNode claims, Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static VideoReply of(byte[] reply, Path folder) throws IOException {
        return new VideoReply(JSON.readTree(reply), folder);
    }

    /// Why the child did not do the work; empty when it did.
    Optional<VideoRefusal> refusal() {
        return claims.has(VideoTask.REFUSED)
                ? Optional.of(VideoRefusal.valueOf(claims.get(VideoTask.REFUSED).asText()))
                : Optional.empty();
    }

    /// How long the film lasts, where the child did not refuse it.
    Duration lasts() {
        return Duration.ofMillis(claims.get(VideoTask.MILLIS).asLong());
    }

    VideoLength length() {
        return refusal().<VideoLength>map(VideoLength.Refused::new).orElseGet(() -> new VideoLength.Lasts(lasts()));
    }

    VideoResult rendition(VideoRedactor.Taking taking) throws IOException {
        Optional<VideoRefusal> refusal = refusal();
        if (refusal.isPresent()) {
            return new VideoResult.Refused(refusal.get());
        }
        var report = JSON.treeToValue(claims, VideoReport.class);
        hand(folder.resolve(VideoTask.RENDITION), taking);
        return new VideoResult.Redacted(report);
    }

    /// Hands over picture and sound together; tells why not.
    Optional<VideoRefusal> joined(VideoRedactor.Taking taking) throws IOException {
        Optional<VideoRefusal> refusal = refusal();
        if (refusal.isEmpty()) {
            hand(folder.resolve(VideoTask.JOINED), taking);
        }
        return refusal;
    }

    /// Hands over every still; tells why not.
    Optional<VideoRefusal> stills(VideoRedactor.Taking taking) throws IOException {
        Optional<VideoRefusal> refusal = refusal();
        if (refusal.isEmpty()) {
            for (int number = 1; number <= claims.get(VideoTask.STILLS).asInt(); number++) {
                hand(Stills.file(folder, number), taking);
            }
        }
        return refusal;
    }

    private static void hand(Path file, VideoRedactor.Taking taking) throws IOException {
        try (InputStream made = Files.newInputStream(file)) {
            taking.take(made);
        }
    }
}
