package org.safepassage.redact.evaluation;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One line of the table.
///
/// @param corpus name of the corpus
/// @param language BCP 47 tag
/// @param slice `as written`, a spoilt form of the texts, or what is special about the mentions
/// @param type of the mentions, `all`, or the policy under which it was taken
/// @param measure what was counted
/// @param rate how often
/// @param goal what it is to reach, if anything
public record Figure(
        String corpus, String language, String slice, String type, Measure measure, Rate rate, Optional<Goal> goal) {
    /// Within a corpus: by language, slice, measure and type.
    static final Comparator<Figure> ORDER = Comparator.comparing(Figure::language)
            .thenComparingInt(Figure::place)
            .thenComparing(Figure::slice)
            .thenComparing(Figure::measure)
            .thenComparing(figure -> figure.type().equals(Tallies.ALL) ? "" : figure.type());

    private static final List<String> SLICES = List.of(Place.AS_WRITTEN, "lower", "UPPER", "homoglyph", "OCR");
    private static final Set<Measure> OF_TYPES =
            EnumSet.of(Measure.LEAK_ANY, Measure.DIRECT, Measure.QUASI, Measure.PRECISION);
    private static final Set<Measure> OF_SLICES =
            EnumSet.of(Measure.LEAK, Measure.OTHER_WORDS, Measure.KNOWN, Measure.KNOWN_FALSE);
    private static final Set<Measure> OF_PICTURES =
            EnumSet.of(Measure.FACES, Measure.FACES_HELD, Measure.FACES_UNHELD, Measure.FALSE_FACES);

    /// Whether there is a goal that the figure does not reach.
    public boolean misses() {
        return goal.isPresent() && !goal.get().met(rate);
    }

    /// Whether it stands in the short table: not for one type alone, nor for a slice of spoilt texts, and for slices
    /// only what leaks and what is found.
    boolean leads() {
        boolean ofOneType = OF_TYPES.contains(measure)
                && !type.equals(Tallies.ALL)
                && !(measure == Measure.LEAK_ANY && type.equals(AnnotatedMention.PERSON));
        if (OF_PICTURES.contains(measure)) {
            return true;
        }
        boolean plain = slice.equals(Place.AS_WRITTEN);
        return !ofOneType && (plain || (OF_SLICES.contains(measure) && !slice.contains(", ")));
    }

    private int place() {
        int known = SLICES.indexOf(slice);
        return known < 0 ? SLICES.size() : known;
    }
}
