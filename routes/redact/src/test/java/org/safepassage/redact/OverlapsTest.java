package org.safepassage.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safepassage.schemas.Mention;

class OverlapsTest {
    @Property
    void whateverStandsOverOrBesideWhatNoCharacterIsUncovered(@ForAll("mentions") List<Mention> mentions) {
        // When
        List<Mention> tidied = Overlaps.tidy(mentions);

        // Then
        for (String family : List.of("PERSON", "LOCATION")) {
            assertThat(covered(tidied, family)).isEqualTo(covered(mentions, family));
        }
        assertThat(tidied).isSubsetOf(mentions).isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
    }

    @Property
    void noLinkToAPersonIsLostUnlessALongerOneToThatPersonStandsThere(@ForAll("mentions") List<Mention> mentions) {
        // When
        List<Mention> tidied = Overlaps.tidy(mentions);

        // Then
        assertThat(mentions)
                .filteredOn(mention -> mention.person() != null)
                .allSatisfy(mention -> assertThat(tidied)
                        .anyMatch(kept -> kept.start() <= mention.start()
                                && kept.end() >= mention.end()
                                && Objects.equals(mention.person(), kept.person())));
    }

    @Test
    void mentionsBesideEachOtherStaySeveral() {
        // Given
        Mention first = new Mention(0, 5, "PERSON", "a", null, 0.9, "known-name");
        Mention second = new Mention(5, 9, "PERSON", "b", null, 0.9, "known-name");

        // Then
        assertThat(Overlaps.tidy(List.of(second, first))).containsExactly(first, second);
    }

    @Test
    void whatARuleHasReadAsADateIsNoTaggersQuantity() {
        // Given
        Mention date = new Mention(3, 13, "DATE", null, null, 0.9, "date");
        Mention guess = new Mention(3, 13, "QUANTITY", null, null, 0.99, "learned-identifier");
        Mention longer = new Mention(3, 20, "QUANTITY", null, null, 0.99, "learned-identifier");
        Mention name = new Mention(5, 9, "PERSON", null, null, 0.99, "learned-identifier");

        // Then
        assertThat(Overlaps.tidy(List.of(guess, date, name))).containsExactly(date, name);
        assertThat(Overlaps.tidy(List.of(date, longer))).containsExactly(longer, date);
    }

    @Provide
    Arbitrary<List<Mention>> mentions() {
        Arbitrary<Integer> start = Arbitraries.integers().between(0, 40);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 12);
        Arbitrary<String> type = Arbitraries.of("PERSON", "PERSON.SURNAME", "LOCATION", "LOCATION.ADDRESS");
        Arbitrary<@Nullable String> person = Arbitraries.of("a", "b").injectNull(0.5);
        Arbitrary<String> recogniser = Arbitraries.of("known-name", "person-pattern", "learned-name", "place");
        Arbitrary<Double> confidence = Arbitraries.of(0.4, 0.5, 0.8, 0.99);
        return Combinators.combine(start, length, type, person, recogniser, confidence)
                .as((from, count, kind, who, by, sure) -> new Mention(from, from + count, kind, who, null, sure, by))
                .list()
                .ofMaxSize(40);
    }

    private static BitSet covered(List<Mention> mentions, String family) {
        var covered = new BitSet();
        mentions.stream()
                .filter(mention -> Overlaps.family(mention).equals(family))
                .forEach(mention -> covered.set(mention.start(), mention.end()));
        return covered;
    }
}
