package org.safepassage.connectors.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.safepassage.connectors.DoorProblem;

class OldestFirstTest {
    @Property(tries = 200)
    void everyEntryComesOnceAndInOrder(
            @ForAll @Size(max = 60) Set<Integer> entries, @ForAll @IntRange(min = 1, max = 20) int batch) {
        // When
        var given = new ArrayList<Integer>();
        new OldestFirst<Integer>(entries::forEach, Comparator.naturalOrder(), batch).forEachRemaining(given::add);
        // Then
        assertThat(given).containsExactlyElementsOf(new TreeSet<>(entries));
    }

    @Test
    void anEntryThatIsTakenAwayMeanwhileHidesNoOther() {
        // Given
        var listed = new TreeSet<>(Set.of(1, 2, 3, 4, 5, 6));
        var given = new ArrayList<Integer>();
        var entries = new OldestFirst<Integer>(listed::forEach, Comparator.naturalOrder(), 2);
        // When: every entry is acknowledged, and so leaves the listing, before the next one is asked for
        while (entries.hasNext()) {
            Integer next = entries.next();
            given.add(next);
            listed.remove(next);
        }
        // Then
        assertThat(given).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aListingThatBreaksInTheMiddleIsBegunAgainWithoutRepeating() {
        // Given
        var calls = new AtomicInteger();
        OldestFirst.Listing<Integer> breaking = entries -> {
            entries.accept(1);
            if (calls.incrementAndGet() == 1) {
                throw new DoorProblem(DoorProblem.Kind.CUT, "cut");
            }
            entries.accept(2);
        };
        // When
        var given = new ArrayList<Integer>();
        new OldestFirst<>(breaking, Comparator.naturalOrder(), 10).forEachRemaining(given::add);
        // Then
        assertThat(given).containsExactly(1, 2);
    }

    @Test
    void aListingThatIsForbiddenIsNotTriedAgain() {
        // Given
        var calls = new AtomicInteger();
        var entries = new OldestFirst<Integer>(
                consumer -> {
                    calls.incrementAndGet();
                    throw new DoorProblem(DoorProblem.Kind.PERMISSION, "no");
                },
                Comparator.naturalOrder(),
                10);
        // When, then
        assertThatThrownBy(entries::hasNext).hasCauseInstanceOf(DoorProblem.class);
        assertThat(calls).hasValue(1);
    }
}
