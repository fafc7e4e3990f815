package org.safepassage.redact.renditions.video;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The second pass: covers every track in every frame of its time, and writes the frame. For one thread.
final class Covering implements Frames.Taker, AutoCloseable {
    private final Path out;
    private final Deque<Track> coming;
    private final List<Track> here = new ArrayList<>();
    private @Nullable FilmSink sink;
    private double most;
    private long frames;
    private int width;
    private int height;

    Covering(Path out, List<Track> tracks) {
        this.out = out;
        this.coming = new ArrayDeque<>(
                tracks.stream().sorted(Comparator.comparingLong(Track::from)).toList());
    }

    @Override
    public void take(FilmFrame frame) throws VideoRefused {
        if (sink == null) {
            sink = new FilmSink(out, frame.planes());
            width = frame.width();
            height = frame.height();
        }
        while (!coming.isEmpty() && coming.getFirst().from() <= frame.micros()) {
            here.add(coming.removeFirst());
        }
        here.removeIf(track -> track.to() < frame.micros());
        List<Rectangle> places = here.stream().map(track -> track.cover(frame)).toList();
        VideoRefused.unless(
                org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable(frame.planes()), VideoRefusal.CRASHED);
        most = Math.max(most, frame.cover(places));
        sink.put(frame);
        frames = frame.number() + 1;
    }

    /// Ends the film.
    void end() throws VideoRefused {
        if (sink != null) {
            sink.end();
        }
    }

    long frames() {
        return frames;
    }

    /// The largest share of a frame that is covered.
    double most() {
        return most;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    @Override
    public void close() {
        if (sink != null) {
            sink.close();
        }
    }
}
