package org.safepassage.redact.renditions.video;

import java.awt.Rectangle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;
import org.safepassage.redact.renditions.pictures.Region;

/// Joins what is found in frame after frame to tracks, and follows each while no detector sees it: onwards when it was
/// lost, back when it is new. Holds a few seconds of small frames. For one thread.
final class Tracks implements AutoCloseable {
    /// A face that no detector sees any more is followed as long as it looks the same, but no longer than this.
    private static final long LONGEST_MICROS = 5_000_000;
    /// The same for what was never seen surely: it may be nothing.
    private static final long SHORT_MICROS = 300_000;

    private static final long BACK_MICROS = 3_000_000;
    /// From here on detectors are right nearly always.
    static final double SURE = 0.5;
    /// Sightings of the same thing share this part of the smaller one.
    private static final double SAME = 0.3;

    private static final int CROWD = 8;
    private static final int MOST_PLACES = 2_000_000;
    /// Nearer to an edge than this share of its size, it may have left the picture.
    private static final double EDGE = 0.25;

    private final Deque<Past> past = new ArrayDeque<>();
    private final List<Track> open = new ArrayList<>();
    private final List<Track> ended = new ArrayList<>();
    private final Set<VideoDoubt> doubts = EnumSet.noneOf(VideoDoubt.class);
    private long places;

    private record Past(long micros, Mat grey) {}

    /// Takes in what was searched in one frame.
    ///
    /// @param grey brightness, small; closed by this object
    /// @param found regions of all kinds that were searched
    /// @param cut whether this frame begins another scene
    /// @throws VideoRefused when there is more to follow than memory is for
    void look(FilmFrame frame, Mat grey, List<Region> found, boolean cut) throws VideoRefused {
        double scale = (double) grey.cols() / frame.width();
        var fresh = new ArrayList<>(found);
        var before = past.peekLast();
        for (Track track : List.copyOf(open)) {
            Optional<Region> again = again(track, fresh);
            if (again.isPresent()) {
                fresh.remove(again.get());
                track.found(frame.micros(), box(again.get()), again.get().confidence());
            } else if (cut || before == null || !follow(track, before, frame, grey, scale)) {
                lose(track, frame, cut);
            }
        }
        for (Region region : fresh) {
            var track = new Track(region.kind(), frame.micros(), box(region), region.confidence());
            if (!cut) {
                followBack(track, grey, scale);
            }
            open.add(track);
            places += track.size();
        }
        places += open.size();
        if (places > MOST_PLACES) {
            throw new VideoRefused(VideoRefusal.TOO_LARGE);
        }
        if (open.stream().filter(track -> isFace(track) && isSure(track)).count() >= CROWD) {
            doubts.add(VideoDoubt.CROWD);
        }
        if (cut) {
            forget(Long.MAX_VALUE);
        }
        past.addLast(new Past(frame.micros(), grey));
        forget(frame.micros() - BACK_MICROS);
    }

    private Optional<Region> again(Track track, List<Region> fresh) {
        return fresh.stream()
                .filter(region -> region.kind() == track.kind() && isSame(box(region), track.last()))
                .findFirst();
    }

    private static boolean follow(Track track, Past before, FilmFrame frame, Mat grey, double scale) {
        long longest = isSure(track) ? LONGEST_MICROS : SHORT_MICROS;
        if (frame.micros() - track.found() > longest) {
            return false;
        }
        var place = Following.follow(before.grey(), grey, scale, track.last());
        place.ifPresent(box -> track.followed(frame.micros(), box));
        return place.isPresent();
    }

    private void followBack(Track track, Mat grey, double scale) {
        Mat shows = grey;
        for (var earlier = past.descendingIterator(); earlier.hasNext(); ) {
            Past frame = earlier.next();
            var place = Following.follow(shows, frame.grey(), scale, track.first());
            if (place.isEmpty() || (!isSure(track) && track.found() - frame.micros() > SHORT_MICROS)) {
                return;
            }
            track.followedBack(frame.micros(), place.get());
            shows = frame.grey();
        }
    }

    private void lose(Track track, FilmFrame frame, boolean cut) {
        if (!cut && isFace(track) && isSure(track) && isInside(track.last(), frame)) {
            doubts.add(VideoDoubt.FACE_LOST);
        }
        close(track);
    }

    private void close(Track track) {
        open.remove(track);
        if (isFace(track) && !isSure(track)) {
            doubts.add(VideoDoubt.FACE_UNSURE);
        }
        track.end();
        ended.add(track);
    }

    /// All tracks; nothing is taken in any more.
    List<Track> end() {
        List.copyOf(open).forEach(this::close);
        return ended;
    }

    /// What came up so far.
    Set<VideoDoubt> doubts() {
        return doubts;
    }

    private static boolean isFace(Track track) {
        return track.kind() == Region.Kind.FACE;
    }

    private static boolean isSure(Track track) {
        return track.confidence() >= SURE;
    }

    private static boolean isInside(Rectangle box, FilmFrame frame) {
        double aside = box.width * EDGE;
        double above = box.height * EDGE;
        return box.x > aside
                && box.y > above
                && box.getMaxX() < frame.width() - aside
                && box.getMaxY() < frame.height() - above;
    }

    private static boolean isSame(Rectangle one, Rectangle other) {
        Rectangle shared = one.intersection(other);
        if (shared.isEmpty()) {
            return false;
        }
        double smaller = Math.min((double) one.width * one.height, (double) other.width * other.height);
        return (double) shared.width * shared.height / smaller > SAME;
    }

    private static Rectangle box(Region region) {
        return new Rectangle(region.x(), region.y(), region.width(), region.height());
    }

    private void forget(long before) {
        while (!past.isEmpty() && past.getFirst().micros() < before) {
            past.removeFirst().grey().close();
        }
    }

    @Override
    public void close() {
        forget(Long.MAX_VALUE);
    }
}
