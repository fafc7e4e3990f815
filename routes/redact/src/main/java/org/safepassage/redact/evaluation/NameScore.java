package org.safepassage.redact.evaluation;

import java.util.BitSet;
import java.util.List;
import org.safepassage.schemas.Mention;

/// Names of persons that leak, and what else is masked.
final class NameScore {
    private final Tallies tallies;

    NameScore(Tallies tallies) {
        this.tallies = tallies;
    }

    void add(Place place, AnnotatedText text, Grid grid, List<Mention> found) {
        BitSet persons = Grid.covered(found, mention -> family(mention).equals(AnnotatedMention.PERSON));
        BitSet anything = Grid.covered(found, mention -> true);
        boolean leak = false;
        boolean named = false;
        for (AnnotatedMention mention : text.mentions()) {
            if (mention.namesPerson()) {
                named = true;
                boolean leaks = grid.leaks(mention, persons);
                leak |= leaks;
                tallies.add(place, AnnotatedMention.PERSON, Measure.LEAK, leaks);
                if (leaks) {
                    tallies.miss(place, text, mention, mention.type(), Measure.LEAK);
                }
                text.slices(mention)
                        .forEach(slice ->
                                tallies.add(within(place, slice), AnnotatedMention.PERSON, Measure.LEAK, leaks));
            }
            tallies.add(place, mention.family(), Measure.LEAK_ANY, grid.leaks(mention, anything));
        }
        if (named) {
            tallies.add(place, AnnotatedMention.PERSON, Measure.LEAKING_TEXTS, leak);
        }
        others(place, grid, persons, Grid.marked(text.mentions(), AnnotatedMention::mayHoldName), Measure.OTHER_WORDS);
        others(place, grid, anything, Grid.marked(text.mentions(), mention -> true), Measure.OTHER_WORDS_ANY);
    }

    private void others(Place place, Grid grid, BitSet covered, BitSet marked, Measure measure) {
        long others = grid.size() - grid.touching(marked);
        String type = measure == Measure.OTHER_WORDS ? AnnotatedMention.PERSON : Tallies.ALL;
        tallies.add(place, type, measure, grid.touching(covered) - grid.touching(covered, marked), others);
    }

    /// A slice of the mentions, within texts as they are or spoilt.
    static Place within(Place place, String slice) {
        return place.of(place.slice().equals(Place.AS_WRITTEN) ? slice : place.slice() + ", " + slice);
    }

    static String family(Mention mention) {
        return AnnotatedMention.familyOf(mention.type());
    }
}
