package org.safepassage.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.safepassage.schemas.Mention;

/// Tidies what several recognisers say of the same place, without ever uncovering a character: a mention is dropped
/// only when another of the same family covers all of it and says at least as much.
final class Overlaps {
    private static final int WINDOW = 12;
    private static final double HEARSAY = 0.5;
    /// What the names of taggers begin with.
    private static final String LEARNED = "learned-";
    private static final Set<String> READ = Set.of("DATE", "CODE", "CONTACT");

    private Overlaps() {}

    static List<Mention> tidy(List<Mention> mentions) {
        var sorted = new ArrayList<>(mentions);
        sorted.sort(Comparator.comparingInt(Mention::start)
                .thenComparing(Comparator.comparingInt(Mention::end).reversed())
                .thenComparing(mention -> !mention.recogniser().startsWith("known-"))
                .thenComparing(mention -> !isRule(mention))
                .thenComparing(Comparator.comparingDouble(Mention::confidence).reversed()));
        var kept = new ArrayList<Mention>();
        for (Mention mention : sorted) {
            boolean redundant = false;
            for (int i = kept.size() - 1; i >= Math.max(0, kept.size() - WINDOW) && !redundant; i--) {
                redundant = covers(kept.get(i), mention);
            }
            if (!redundant) {
                kept.add(mention);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean covers(Mention outer, Mention inner) {
        if (isMoreTelling(outer, inner)) {
            return true;
        }
        return outer.end() >= inner.end()
                && family(outer).equals(family(inner))
                && (known(outer) || !known(inner))
                && (inner.person() == null || Objects.equals(inner.person(), outer.person()));
    }

    /// A date, number, contact or address that a rule has read says what a tagger's guess at the same words cannot.
    private static boolean isMoreTelling(Mention outer, Mention inner) {
        return outer.end() >= inner.end()
                && isRule(outer)
                && isLearned(inner)
                && inner.person() == null
                && !family(inner).equals("PERSON")
                && (READ.contains(family(outer)) || outer.type().equals("LOCATION.ADDRESS"));
    }

    static boolean isLearned(Mention mention) {
        return mention.recogniser().startsWith(LEARNED);
    }

    /// What the record names is always reported as such, even inside a longer find of another layer.
    private static boolean known(Mention mention) {
        return mention.recogniser().startsWith("known-");
    }

    /// Of two that say the same of the same place, a rule can be explained and a tagger cannot; that another place of
    /// the text calls it a name says less than either.
    private static boolean isRule(Mention mention) {
        return !isLearned(mention) && mention.confidence() > HEARSAY;
    }

    static String family(Mention mention) {
        int dot = mention.type().indexOf('.');
        return dot < 0 ? mention.type() : mention.type().substring(0, dot);
    }
}
