package org.safepassage.redact.renditions.video;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/// Every frame of a film from the first to the last, upright, with times that only grow. The same film gives the same
/// frames each time. For one thread.
final class Frames {
    private static final String FORM = "pad=ceil(iw/2)*2:ceil(ih/2)*2,format=pix_fmts=yuv420p:color_ranges=tv";
    private static final long MICROS = 1_000_000;
    /// A picture that is said to begin later than this after the sound does is taken to begin with it.
    private static final long LATEST_BEGIN = 10 * MICROS;
    /// More frames a second than any camera of a phone takes.
    private static final int MOST_FRAMES_A_SECOND = 1000;
    /// What is said to be shown shorter gets this time: the container that is written has no finer ones.
    private static final long SHORTEST = MICROS / MOST_FRAMES_A_SECOND;
    /// A film may say that it lasts a little longer than it does.
    private static final long MISSING_MICROS = MICROS;

    private static final double MISSING_SHARE = 0.05;

    /// Takes frames while they are there.
    @FunctionalInterface
    interface Taker {
        void take(FilmFrame frame) throws VideoRefused, IOException;
    }

    private final VideoSettings settings;
    private final Taker taker;
    private @Nullable FilterChain chain;
    private int width;
    private int height;
    private int form;
    private long count;
    private long begin = avutil.AV_NOPTS_VALUE;
    private long last = -1;
    private long usual = MICROS / 25;
    private long lasted;

    private Frames(VideoSettings settings, Taker taker) {
        this.settings = settings;
        this.taker = taker;
    }

    /// Passes all frames on.
    ///
    /// @throws VideoRefused when the film is too much, damaged, or has no frame
    static void of(Path film, VideoSettings settings, Taker taker) throws VideoRefused, IOException {
        var frames = new Frames(settings, taker);
        try (FilmSource source = FilmSource.open(film)) {
            frames.read(source);
        } finally {
            if (frames.chain != null) {
                frames.chain.close();
            }
        }
    }

    private void read(FilmSource source) throws VideoRefused, IOException {
        FilmSource.Claims claims = source.claims();
        AVStream stream = source.stream(claims.picture());
        try (var decoder = new Decoder(stream, settings.mostPixels())) {
            source.packets(claims.picture(), packet -> decoder.put(packet, frame -> decoded(frame, source, stream)));
        }
        if (chain == null) {
            throw new VideoRefused(VideoRefusal.EMPTY);
        }
        chain.put(null, frame -> upright(frame, source));
        long missing = claims.micros() - lasted;
        if (missing > MISSING_MICROS && missing > claims.micros() * MISSING_SHARE) {
            throw new VideoRefused(VideoRefusal.DAMAGED);
        }
    }

    private void decoded(AVFrame frame, FilmSource source, AVStream stream) throws VideoRefused, IOException {
        if (chain == null) {
            width = frame.width();
            height = frame.height();
            form = frame.format();
            chain = FilterChain.pictures(frame, stream.time_base(), Upright.filters(frame) + FORM);
        }
        if (frame.width() != width || frame.height() != height || frame.format() != form) {
            throw new VideoRefused(VideoRefusal.CHANGING);
        }
        frame.pts(frame.best_effort_timestamp());
        chain.put(frame, done -> upright(done, source));
    }

    private void upright(AVFrame frame, FilmSource source) throws VideoRefused, IOException {
        var unit = java.util.Objects.requireNonNull(chain).timeBase();
        if (frame.duration() > 0) {
            usual = FilmSource.micros(frame.duration(), unit);
        }
        long micros = last + Math.max(SHORTEST, usual);
        if (frame.pts() != avutil.AV_NOPTS_VALUE) {
            long shown = FilmSource.micros(frame.pts(), unit) - source.startMicros();
            if (begin == avutil.AV_NOPTS_VALUE) {
                begin = shown < 0 || shown > LATEST_BEGIN ? shown : 0;
            }
            micros = Math.max(last < 0 ? 0 : last + SHORTEST, shown - begin);
        } else if (last < 0) {
            micros = 0;
        }
        if (frame.duration() <= 0 && last >= 0) {
            usual = micros - last;
        }
        lasted = micros + usual;
        if (lasted > settings.longestSeconds() * MICROS) {
            throw new VideoRefused(VideoRefusal.TOO_LONG);
        }
        if (count > (long) settings.longestSeconds() * MOST_FRAMES_A_SECOND) {
            throw new VideoRefused(VideoRefusal.TOO_LARGE);
        }
        taker.take(new FilmFrame(count, micros, usual, frame));
        last = micros;
        count++;
    }
}
