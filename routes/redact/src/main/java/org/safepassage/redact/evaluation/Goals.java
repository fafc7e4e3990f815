package org.safepassage.redact.evaluation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be reached, by language, slice and measure, in whichever corpus the figure was taken.
final class Goals {
    /// Words a second on one core, all layers, models loaded.
    static final int WORDS_A_SECOND = 100_000;
    /// Seconds until the first text of each language is read.
    static final int START_SECONDS = 3;

    private Goals() {}

    static Optional<Goal> of(Place place, String type, Measure measure) {
        return Optional.ofNullable(
                switch (place.slice()) {
                    case Place.AS_WRITTEN -> asWritten(place.language(), type, measure);
                    case Spoiling.LOWER_CASE ->
                        measure == Measure.LEAK && place.language().equals("ru") ? Goal.atMost(0.015) : null;
                    default -> null;
                });
    }

    private static @Nullable Goal asWritten(String language, String type, Measure measure) {
        boolean russian = language.equals("ru");
        boolean belarusian = language.equals("be");
        boolean court = language.equals("en") && type.equals(Tallies.ALL);
        return switch (measure) {
            case LEAK -> russian ? Goal.atMost(0.003) : belarusian ? Goal.atMost(0.004) : null;
            case OTHER_WORDS -> russian ? Goal.atMost(0.01) : belarusian ? Goal.atMost(0.02) : null;
            case DIRECT -> court ? Goal.atLeast(1) : null;
            case QUASI -> court ? Goal.atLeast(0.93) : null;
            case PRECISION -> court ? Goal.atLeast(0.75) : null;
            case KNOWN -> russian || belarusian ? Goal.atLeast(0.999) : null;
            case KNOWN_FALSE -> russian || belarusian ? Goal.atMost(0.002) : null;
            case WRONGLY_KEPT -> Goal.atMost(0);
            case WRONGLY_REMOVED -> Goal.atMost(0.02);
            default -> null;
        };
    }
}
