package org.safepassage.redact.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.safepassage.schemas.Mention;

/// What the layer of known identities finds of the persons whom a record names. A find that is linked to nobody counts
/// as found, since it is redacted; a find that is linked to others alone does not.
final class KnownScore {
    private final Tallies tallies;

    KnownScore(Tallies tallies) {
        this.tallies = tallies;
    }

    void add(Place place, AnnotatedText text, Grid grid, List<Mention> found) {
        List<Mention> known = found.stream()
                .filter(mention -> mention.recogniser().startsWith("known-"))
                .filter(mention -> NameScore.family(mention).equals(AnnotatedMention.PERSON))
                .toList();
        BitSet covered = Grid.covered(known, mention -> true);
        for (AnnotatedMention mention : text.mentions()) {
            if (mention.namesPerson() && text.records(mention.entity())) {
                if (!name(place, text, mention, known, !grid.leaks(mention, covered))) {
                    tallies.miss(place, text, mention, mention.type(), Measure.KNOWN);
                }
            }
        }
        BitSet marked = Grid.marked(text.mentions(), AnnotatedMention::mayHoldName);
        tallies.add(
                place,
                AnnotatedMention.PERSON,
                Measure.KNOWN_FALSE,
                grid.touching(covered) - grid.touching(covered, marked),
                grid.size() - grid.touching(marked));
    }

    /// Whether it is found.
    private boolean name(
            Place place, AnnotatedText text, AnnotatedMention mention, List<Mention> known, boolean covered) {
        boolean own = false;
        boolean others = false;
        for (Mention find : known) {
            if (find.start() < mention.end() && mention.start() < find.end() && find.person() != null) {
                own |= Objects.equals(find.person(), mention.entity());
                others |= !Objects.equals(find.person(), mention.entity());
            }
        }
        String person = AnnotatedMention.PERSON;
        boolean found = covered && (own || !others);
        tallies.add(place, person, Measure.KNOWN, found);
        tallies.add(place, person, Measure.KNOWN_LINKED, own);
        tallies.add(place, person, Measure.KNOWN_CONFUSED, others && !own);
        text.slices(mention)
                .forEach(slice -> tallies.add(NameScore.within(place, slice), person, Measure.KNOWN, found));
        return found;
    }
}
