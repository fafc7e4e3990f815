package org.safepassage.redact.renditions.video;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.safepassage.redact.apart.Answer;
import org.safepassage.redact.apart.ChildSettings;
import org.safepassage.redact.apart.Children;
import org.safepassage.redact.apart.Job;
import org.safepassage.redact.apart.Trouble;
import org.safepassage.redact.policies.Voice;
import org.safepassage.schemas.Content;

/// Makes renditions of films: faces and words covered in every frame, upright, without sound and without anything else
/// that the original holds beside its picture, as H.264 in MP4. A voice tells who speaks: sound is put back only by
/// [#withSound].
///
/// A film is never decoded in this process, and never held in memory: its plain bytes lie in a folder that only this
/// process's user reads, for as long as the work on them takes. Regions do not depend on a recipient. Thread-safe.
public final class VideoRedactor implements AutoCloseable {
    /// Media type of every rendition.
    public static final String MEDIA_TYPE = "video/mp4";

    private static final ObjectMapper JSON = new ObjectMapper();
    /// By the clock a film may take so many times its CPU time: the machine has other work too.
    private static final int PATIENCE = 6;
    /// Room on the disk beside the film itself: its rendition, which may be larger, and its neighbours'.
    private static final long ROOM = 256L << 20;

    private final Children children;
    private final VideoSettings settings;
    private final Path folder;

    /// @param java the `java` program for the child
    /// @param classPath this library with its dependencies
    /// @param folder private to this object: films at work lie there, and native libraries are unpacked there
    /// @throws IOException when the folder cannot be made
    public VideoRedactor(Path java, String classPath, Path folder, VideoSettings settings) throws IOException {
        this(ChildSettings.forPixels(java, classPath, folder), settings);
    }

    /// @param child what looking at a film may cost; natives are unpacked below its folder
    /// @throws IOException when the folder cannot be made
    public VideoRedactor(ChildSettings child, VideoSettings settings) throws IOException {
        this.settings = settings;
        this.folder = child.folder();
        this.children = new Children(child.withNatives(), VideoTask.class);
    }

    /// Takes what was made while it is there.
    @FunctionalInterface
    public interface Taking {
        /// @param made the whole of it, closed by the caller
        /// @throws IOException when it cannot be kept
        void take(InputStream made) throws IOException;
    }

    /// Makes a rendition of `film` and hands it to `taking`, or does not.
    ///
    /// @throws IOException when the film cannot be read, the rendition not be kept, or no child be started: try
    ///     again
    public VideoResult redact(Content film, Taking taking) throws IOException {
        if (hasNoRoom(2 * Math.max(0, film.size()))) {
            return new VideoResult.Refused(VideoRefusal.NO_ROOM);
        }
        try (Job job = children.open()) {
            copy(film, job.folder().resolve(VideoTask.ORIGINAL));
            return switch (job.run(request(VideoTask.Work.LOOK))) {
                case Answer.Stopped(Trouble trouble) -> new VideoResult.Refused(refusal(trouble));
                case Answer.Done(byte[] reply) -> looked(VideoReply.of(reply, job.folder()), job, taking);
            };
        }
    }

    /// Tells how long a film lasts without decoding it.
    ///
    /// @throws IOException when the film cannot be read or no child be started: try again
    public VideoLength length(Content film) throws IOException {
        if (hasNoRoom(Math.max(0, film.size()))) {
            return new VideoLength.Refused(VideoRefusal.NO_ROOM);
        }
        try (Job job = children.open()) {
            copy(film, job.folder().resolve(VideoTask.ORIGINAL));
            return switch (job.run(
                    request(VideoTask.Work.LENGTH),
                    withoutSearch(),
                    withoutSearch().multipliedBy(PATIENCE))) {
                case Answer.Stopped(Trouble trouble) -> new VideoLength.Refused(refusal(trouble));
                case Answer.Done(byte[] reply) ->
                    VideoReply.of(reply, job.folder()).length();
            };
        }
    }

    private boolean hasNoRoom(long bytes) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < bytes + ROOM;
    }

    private VideoResult looked(VideoReply look, Job job, Taking taking) throws IOException {
        Optional<VideoRefusal> refusal = look.refusal();
        if (refusal.isPresent()) {
            return new VideoResult.Refused(refusal.get());
        }
        Duration cpu = Duration.ofSeconds(settings.cpuSeconds())
                .plusMillis(look.lasts().toMillis() * settings.cpuSecondsPerSecond());
        return switch (job.run(request(VideoTask.Work.COVER), cpu, cpu.multipliedBy(PATIENCE))) {
            case Answer.Stopped(Trouble trouble) -> new VideoResult.Refused(refusal(trouble));
            case Answer.Done(byte[] reply) -> VideoReply.of(reply, job.folder()).rendition(taking);
        };
    }

    /// Puts the sound of an original beside the picture of its rendition, and hands the whole to `taking`, or does
    /// not. What is said is not searched for names.
    ///
    /// @param original with the sound; one without any gives the rendition as it is
    /// @param rendition as [#redact] gave it
    /// @param silences in which nothing is heard
    /// @return why not; empty when it was handed over
    /// @throws IOException when a film cannot be read, the result not be kept, or no child be started: try again
    public Optional<VideoRefusal> withSound(
            Content original, Content rendition, Voice voice, List<Silence> silences, Taking taking)
            throws IOException {
        if (voice == Voice.MUTE) {
            try (InputStream in = rendition.open()) {
                taking.take(in);
            }
            return Optional.empty();
        }
        long bytes = Math.max(0, original.size()) + 2 * Math.max(0, rendition.size());
        if (hasNoRoom(bytes)) {
            return Optional.of(VideoRefusal.NO_ROOM);
        }
        try (Job job = children.open()) {
            copy(original, job.folder().resolve(VideoTask.ORIGINAL));
            copy(rendition, job.folder().resolve(VideoTask.RENDITION));
            byte[] request =
                    JSON.writeValueAsBytes(new VideoTask.Request(VideoTask.Work.SOUND, settings, voice, silences));
            return switch (job.run(request, withoutSearch(), withoutSearch().multipliedBy(PATIENCE))) {
                case Answer.Stopped(Trouble trouble) -> Optional.of(refusal(trouble));
                case Answer.Done(byte[] reply) ->
                    VideoReply.of(reply, job.folder()).joined(taking);
            };
        }
    }

    /// Hands stills of a film to `taking`, one after the other: at least one, at most one a second and 120.
    ///
    /// @return why there are none; empty when all were handed over
    /// @throws IOException when the film cannot be read, a still not be taken, or no child be started: try again
    public Optional<VideoRefusal> stills(Content film, Taking taking) throws IOException {
        try (Job job = children.open()) {
            copy(film, job.folder().resolve(VideoTask.ORIGINAL));
            return switch (job.run(
                    request(VideoTask.Work.STILLS),
                    withoutSearch(),
                    withoutSearch().multipliedBy(PATIENCE))) {
                case Answer.Stopped(Trouble trouble) -> Optional.of(refusal(trouble));
                case Answer.Done(byte[] reply) ->
                    VideoReply.of(reply, job.folder()).stills(taking);
            };
        }
    }

    /// What sound or stills of the longest film may cost.
    private Duration withoutSearch() {
        return Duration.ofSeconds(settings.cpuSeconds() + 2L * settings.longestSeconds());
    }

    private static void copy(Content content, Path to) throws IOException {
        try (InputStream in = content.open()) {
            Files.copy(in, to);
        }
    }

    private byte[] request(VideoTask.Work work) throws IOException {
        return JSON.writeValueAsBytes(new VideoTask.Request(work, settings));
    }

    private static VideoRefusal refusal(Trouble trouble) {
        return switch (trouble) {
            case CPU_TIME, WALL_CLOCK -> VideoRefusal.TIMEOUT;
            case CRASHED, OUT_OF_MEMORY, FAILED, PROTOCOL -> VideoRefusal.CRASHED;
        };
    }

    @Override
    public void close() {
        children.close();
    }
}
