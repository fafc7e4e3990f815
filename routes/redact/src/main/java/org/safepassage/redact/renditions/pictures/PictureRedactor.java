package org.safepassage.redact.renditions.pictures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safepassage.redact.apart.Answer;
import org.safepassage.redact.apart.ChildSettings;
import org.safepassage.redact.apart.Children;
import org.safepassage.redact.apart.Job;
import org.safepassage.redact.apart.Trouble;
import org.safepassage.schemas.Content;

/// Makes renditions of photographs: faces and words covered with one colour, upright, 8 bits a channel, without any
/// metadata, as PNG. PNG because every pixel outside the covered regions then is exactly what the original decodes
/// to; writing JPEG anew would change all of them, injuries included.
///
/// A picture is never decoded in this process. Regions do not depend on a recipient. Thread-safe.
public final class PictureRedactor implements AutoCloseable {
    /// Media type of every rendition.
    public static final String MEDIA_TYPE = "image/png";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Children children;
    private final byte[] request;

    /// @param java the `java` program for the child
    /// @param classPath this library with its dependencies
    /// @param folder private to this object: pictures at work lie there, and native libraries are unpacked there
    /// @throws IOException when the folder cannot be made
    public PictureRedactor(Path java, String classPath, Path folder, PictureSettings settings) throws IOException {
        this(ChildSettings.forPixels(java, classPath, folder), settings);
    }

    /// @param child what a picture may cost; natives are unpacked below its folder
    /// @throws IOException when the folder cannot be made
    public PictureRedactor(ChildSettings child, PictureSettings settings) throws IOException {
        this.request = JSON.writeValueAsBytes(settings);
        this.children = new Children(child.withNatives(), PictureTask.class);
    }

    /// Takes a rendition while it is there.
    @FunctionalInterface
    public interface Taking {
        /// @param png the whole rendition, closed by the caller
        /// @throws IOException when it cannot be kept
        void take(InputStream png) throws IOException;
    }

    /// Makes a rendition of `picture` and hands it to `taking`, or does not.
    ///
    /// @throws IOException when the picture cannot be read, the rendition not be kept, or no child be started: try
    ///     again
    public PictureResult redact(Content picture, Taking taking) throws IOException {
        try (Job job = children.open()) {
            try (InputStream in = picture.open()) {
                Files.copy(in, job.folder().resolve(PictureTask.ORIGINAL));
            }
            return switch (job.run(request)) {
                case Answer.Stopped(Trouble trouble) -> new PictureResult.Refused(refusal(trouble));
                case Answer.Done(byte[] reply) -> result(JSON.readTree(reply), job.folder(), taking);
            };
        }
    }

    private static PictureResult result(JsonNode reply, Path folder, Taking taking) throws IOException {
        if (reply.has(PictureTask.REFUSED)) {
            return new PictureResult.Refused(
                    Refusal.valueOf(reply.get(PictureTask.REFUSED).asText()));
        }
        var report = JSON.treeToValue(reply, PictureReport.class);
        try (InputStream png = Files.newInputStream(folder.resolve(PictureTask.RENDITION))) {
            taking.take(png);
        }
        return new PictureResult.Redacted(report);
    }

    private static Refusal refusal(Trouble trouble) {
        return switch (trouble) {
            case CPU_TIME, WALL_CLOCK -> Refusal.TIMEOUT;
            case CRASHED, OUT_OF_MEMORY, FAILED, PROTOCOL -> Refusal.CRASHED;
        };
    }

    @Override
    public void close() {
        children.close();
    }
}
