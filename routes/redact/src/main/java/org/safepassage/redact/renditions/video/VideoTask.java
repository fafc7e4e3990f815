package org.safepassage.redact.renditions.video;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avutil;
import org.safepassage.redact.apart.Task;
import org.safepassage.redact.policies.Voice;
import org.safepassage.redact.renditions.pictures.FrameSearch;

/// What happens to one film, in the child: look at what it claims to be, search it, cover and write it, look at what
/// was written. Public, since a child makes it by its name.
public final class VideoTask implements Task {
    static final String ORIGINAL = "original";
    static final String RENDITION = "rendition";
    static final String JOINED = "joined";
    static final String MILLIS = "millis";
    static final String STILLS = "stills";
    static final String REFUSED = "refused";

    /// Of a frame that is covered to a larger part than this, something else may have been taken for a face.
    private static final double MOSTLY = 0.6;

    private static final int MOST_STILLS = 120;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Made for the first film that is searched, since most jobs before it only look at what a film claims.
    private @org.jspecify.annotations.Nullable FrameSearch search;

    /// Silences FFmpeg, which quotes what it reads.
    public VideoTask() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    /// What is asked of the child.
    ///
    /// @param work what to do
    /// @param settings limits and steps
    /// @param voice what becomes of the sound
    /// @param silences where nothing is heard
    record Request(Work work, VideoSettings settings, Voice voice, List<Silence> silences) {
        Request(Work work, VideoSettings settings) {
            this(work, settings, Voice.MUTE, List.of());
        }
    }

    enum Work {
        /// Tell how long the film says that it is, in milliseconds.
        LOOK,
        /// Tell how long it is seen or heard, in milliseconds.
        LENGTH,
        /// Make the rendition.
        COVER,
        /// Put sound beside the rendition.
        SOUND,
        /// Take stills.
        STILLS
    }

    @Override
    public byte[] run(byte[] bytes, Path folder) throws IOException {
        var request = JSON.readValue(bytes, Request.class);
        try {
            return JSON.writeValueAsBytes(
                    switch (request.work()) {
                        case LOOK -> Map.of(MILLIS, look(folder, request.settings()));
                        case LENGTH -> Map.of(MILLIS, length(folder, request.settings()));
                        case COVER -> cover(folder, request.settings());
                        case SOUND -> sound(folder, request);
                        case STILLS -> Map.of(STILLS, stills(folder, request.settings()));
                    });
        } catch (VideoRefused refused) {
            return JSON.writeValueAsBytes(Map.of(REFUSED, refused.reason().name()));
        }
    }

    private static Map<String, String> sound(Path folder, Request request) throws VideoRefused, IOException {
        Sound.join(
                folder.resolve(RENDITION),
                folder.resolve(ORIGINAL),
                folder.resolve(JOINED),
                request.voice(),
                request.silences());
        return Map.of();
    }

    private static int stills(Path folder, VideoSettings settings) throws VideoRefused, IOException {
        var stills = new Stills(folder, look(folder, settings), settings.slowStepMillis(), MOST_STILLS);
        Frames.of(folder.resolve(ORIGINAL), settings, stills);
        return stills.count();
    }

    private static long look(Path folder, VideoSettings settings) throws VideoRefused {
        FilmSource.Claims claims = claims(folder);
        if (claims.pixels() > settings.mostPixels()) {
            throw new VideoRefused(VideoRefusal.TOO_LARGE);
        }
        if (claims.micros() / 1_000_000 > settings.longestSeconds()) {
            throw new VideoRefused(VideoRefusal.TOO_LONG);
        }
        // A film that does not say how long it is gets the time of the longest.
        return claims.micros() < 0 ? settings.longestSeconds() * 1000L : claims.micros() / 1000;
    }

    private static long length(Path folder, VideoSettings settings) throws VideoRefused, IOException {
        look(folder, settings);
        FilmSource.Claims claims = claims(folder);
        long picture = end(folder, claims.picture());
        return (claims.sound() < 0 ? picture : Math.max(picture, end(folder, claims.sound()))) / 1000;
    }

    /// Of packets and not of the container's head, which may lie.
    private static long end(Path folder, int stream) throws VideoRefused, IOException {
        try (FilmSource source = FilmSource.open(folder.resolve(ORIGINAL))) {
            return source.endMicros(stream);
        }
    }

    private static FilmSource.Claims claims(Path folder) throws VideoRefused {
        try (FilmSource source = FilmSource.open(folder.resolve(ORIGINAL))) {
            return source.claims();
        }
    }

    private VideoReport cover(Path folder, VideoSettings settings) throws VideoRefused, IOException {
        FilmSource.Claims claims = claims(folder);
        Path original = folder.resolve(ORIGINAL);
        Path rendition = folder.resolve(RENDITION);
        if (search == null) {
            search = new FrameSearch(settings.words());
        }
        try (var found = new Search(search, settings)) {
            Frames.of(original, settings, found);
            List<Track> tracks = found.tracks();
            Set<VideoDoubt> doubts = found.doubts();
            try (var covering = new Covering(rendition, tracks)) {
                Frames.of(original, settings, covering);
                covering.end();
                if (covering.frames() != found.frames()) {
                    throw new VideoRefused(VideoRefusal.DAMAGED);
                }
                if (covering.most() > MOSTLY) {
                    doubts.add(VideoDoubt.MOSTLY_COVERED);
                }
                var again = new SecondLook(search, settings);
                Frames.of(rendition, settings, again);
                if (again.faceLeft()) {
                    doubts.add(VideoDoubt.FACE_LEFT);
                }
                return new VideoReport(
                        claims.format(),
                        covering.width(),
                        covering.height(),
                        covering.frames(),
                        found.micros() / 1000,
                        spans(tracks),
                        Math.round(covering.most() * 1000) / 1000.0,
                        List.copyOf(claims.beside()),
                        List.copyOf(doubts));
            }
        }
    }

    private static List<CoveredSpan> spans(List<Track> tracks) {
        return tracks.stream()
                .filter(Track::wasCovered)
                .map(Track::span)
                .sorted(Comparator.comparingLong(CoveredSpan::firstFrame))
                .limit(VideoReport.MOST_SPANS)
                .toList();
    }
}
