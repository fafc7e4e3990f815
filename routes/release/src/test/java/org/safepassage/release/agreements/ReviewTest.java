package org.safepassage.release.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.safepassage.schemas.CaseFileVersion;

class ReviewTest {
    @Property(tries = 60)
    void aSampleSendsAboutItsShareAndAlwaysTheSameOnes(@ForAll @IntRange(min = 1, max = 99) int percent) {
        // Given
        var sample = new Review.Sample(percent);

        // When
        long asked = IntStream.rangeClosed(1, 5_000)
                .filter(version -> sample.asks(version(version), "exchange"))
                .count();
        long again = IntStream.rangeClosed(1, 5_000)
                .filter(version -> sample.asks(version(version), "exchange"))
                .count();

        // Then: five standard deviations of a fair draw are below 3.6 percent.
        assertThat(asked / 50.0).isBetween(percent - 3.6, percent + 3.6);
        assertThat(again).isEqualTo(asked);
    }

    @Property(tries = 200)
    void noneAsksForNothingAndAllForEverything(@ForAll @IntRange(min = 1, max = 100_000) int version) {
        assertThat(new Review.None().asks(version(version), "exchange")).isFalse();
        assertThat(new Review.All().asks(version(version), "exchange")).isTrue();
    }

    private static CaseFileVersion version(int number) {
        return new CaseFileVersion("cf-abcdefghijklmnop", number);
    }
}
