package org.safepassage.redact.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Counts by place, type and measure, in the order in which they were first counted. For one thread.
final class Tallies {
    /// Type of a figure over all types.
    static final String ALL = "all";

    private record Key(Place place, String type, Measure measure) {}

    private static final class Count {
        private long part;
        private long whole;
    }

    private final Map<Key, Count> counts = new LinkedHashMap<>();
    private final Consumer<Miss> misses;

    /// Counts that tell each mention that is counted against something.
    Tallies(Consumer<Miss> misses) {
        this.misses = misses;
    }

    void add(Place place, String type, Measure measure, long part, long whole) {
        if (whole > 0) {
            Count count = counts.computeIfAbsent(new Key(place, type, measure), key -> new Count());
            count.part += part;
            count.whole += whole;
        }
    }

    void add(Place place, String type, Measure measure, boolean hit) {
        add(place, type, measure, hit ? 1 : 0, 1);
    }

    void miss(Place place, AnnotatedText text, AnnotatedMention mention, String type, Measure measure) {
        misses.accept(
                new Miss(place.corpus(), place.slice(), text.id(), mention.start(), mention.end(), type, measure));
    }

    List<Figure> figures() {
        return counts.entrySet().stream()
                .map(entry -> figure(entry.getKey(), new Rate(entry.getValue().part, entry.getValue().whole)))
                .toList();
    }

    private static Figure figure(Key key, Rate rate) {
        Place place = key.place();
        return new Figure(
                place.corpus(),
                place.language(),
                place.slice(),
                key.type(),
                key.measure(),
                rate,
                Goals.of(place, key.type(), key.measure()));
    }
}
