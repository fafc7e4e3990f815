package org.safepassage.redact.renditions.video;

import java.awt.Rectangle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.safepassage.redact.renditions.pictures.Region;

/// One face, or one stretch of words, from its first sighting to its last. Between two sightings it may have been
/// anywhere on the way, so both places are covered. For one thread.
final class Track {
    /// Covered before the first and behind the last sighting as well.
    private static final long MARGIN_MICROS = 500_000;
    /// There by so much more than its own size on each side, since it moves.
    private static final double MARGIN = 0.15;

    /// Where it was at one time.
    record Place(long micros, Rectangle box) {}

    private final Region.Kind kind;
    private final Deque<Place> growing = new ArrayDeque<>();
    private List<Place> places = List.of();
    private double confidence;
    private long found;
    private int next;
    private long firstFrame = -1;
    private long lastFrame = -1;
    private long fromMicros;
    private long toMicros;

    /// Begins with what a detector found.
    Track(Region.Kind kind, long micros, Rectangle box, double confidence) {
        this.kind = kind;
        found(micros, box, confidence);
    }

    /// A detector found it again.
    void found(long micros, Rectangle box, double sure) {
        growing.addLast(new Place(micros, box));
        confidence = Math.max(confidence, sure);
        found = micros;
    }

    /// It was followed to here.
    void followed(long micros, Rectangle box) {
        growing.addLast(new Place(micros, box));
    }

    /// It was followed back to here, before all that is known.
    void followedBack(long micros, Rectangle box) {
        growing.addFirst(new Place(micros, box));
    }

    Region.Kind kind() {
        return kind;
    }

    /// The most that a detector gave it.
    double confidence() {
        return confidence;
    }

    /// When a detector found it last.
    long found() {
        return found;
    }

    Rectangle last() {
        return growing.getLast().box();
    }

    Rectangle first() {
        return growing.getFirst().box();
    }

    int size() {
        return growing.size();
    }

    /// Nothing is added any more.
    void end() {
        places = new ArrayList<>(growing);
        growing.clear();
    }

    /// When covering begins.
    long from() {
        return places.getFirst().micros() - MARGIN_MICROS;
    }

    /// When covering ends.
    long to() {
        return places.getLast().micros() + MARGIN_MICROS;
    }

    /// What to cover in this frame; frames come in order.
    Rectangle cover(FilmFrame frame) {
        if (firstFrame < 0) {
            firstFrame = frame.number();
            fromMicros = frame.micros();
        }
        lastFrame = frame.number();
        toMicros = frame.micros();
        while (next < places.size() && places.get(next).micros() < frame.micros()) {
            next++;
        }
        if (next == 0 && places.getFirst().micros() > frame.micros()) {
            return grown(places.getFirst().box());
        }
        if (next == places.size()) {
            return grown(places.getLast().box());
        }
        return places.get(next).box().union(places.get(Math.max(0, next - 1)).box());
    }

    /// Where and when it was covered, as far as frames were asked for.
    CoveredSpan span() {
        Rectangle all = new Rectangle(places.getFirst().box());
        places.forEach(place -> all.add(place.box()));
        return new CoveredSpan(
                kind,
                firstFrame,
                lastFrame,
                fromMicros / 1000,
                toMicros / 1000,
                all.x,
                all.y,
                all.width,
                all.height,
                Math.round(confidence * 100) / 100.0);
    }

    /// Whether any frame lay in its time.
    boolean wasCovered() {
        return firstFrame >= 0;
    }

    private static Rectangle grown(Rectangle box) {
        var grown = new Rectangle(box);
        grown.grow((int) Math.ceil(box.width * MARGIN), (int) Math.ceil(box.height * MARGIN));
        return grown;
    }
}
