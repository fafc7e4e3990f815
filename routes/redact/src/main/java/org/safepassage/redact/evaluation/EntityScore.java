package org.safepassage.redact.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safepassage.redact.evaluation.AnnotatedMention.Weight;
import org.safepassage.schemas.Mention;

/// Entities that must go and do, and how much goes without need, as the Text Anonymization Benchmark counts them (Pilán
/// et al., 2022): an entity counts only when all its mentions that must go are covered. Its weight is the strictest of
/// its mentions', its type that of its first.
final class EntityScore {
    private final Tallies tallies;

    EntityScore(Tallies tallies) {
        this.tallies = tallies;
    }

    void add(Place place, AnnotatedText text, Grid grid, List<Mention> found) {
        BitSet covered = Grid.covered(found, mention -> true);
        Map<String, List<AnnotatedMention>> entities = new LinkedHashMap<>();
        for (AnnotatedMention mention : text.mentions()) {
            if (mention.weight().mustGo()) {
                entities.computeIfAbsent(mention.entity(), entity -> new ArrayList<>())
                        .add(mention);
            }
        }
        entities.values().forEach(mentions -> {
            boolean direct = mentions.stream().anyMatch(mention -> mention.weight() == Weight.DIRECT);
            Measure measure = direct ? Measure.DIRECT : Measure.QUASI;
            List<AnnotatedMention> left = mentions.stream()
                    .filter(mention -> grid.leaks(mention, covered))
                    .toList();
            left.forEach(mention -> tallies.miss(place, text, mention, mention.type(), measure));
            boolean gone = left.isEmpty();
            tallies.add(place, Tallies.ALL, measure, gone);
            tallies.add(place, mentions.getFirst().family(), measure, gone);
        });
        precision(place, text, grid, found, covered);
    }

    /// Over all finds, and of each type of find by itself: which of them cost the most is what to look at.
    private void precision(Place place, AnnotatedText text, Grid grid, List<Mention> found, BitSet covered) {
        BitSet mustGo = Grid.marked(text.mentions(), mention -> mention.weight().mustGo());
        tallies.add(place, Tallies.ALL, Measure.PRECISION, grid.touching(covered, mustGo), grid.touching(covered));
        var families = new TreeMap<String, BitSet>();
        for (Mention mention : found) {
            families.computeIfAbsent(NameScore.family(mention), family -> new BitSet())
                    .set(mention.start(), mention.end());
        }
        families.forEach((family, places) ->
                tallies.add(place, family, Measure.PRECISION, grid.touching(places, mustGo), grid.touching(places)));
    }
}
