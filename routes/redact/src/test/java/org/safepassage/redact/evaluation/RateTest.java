package org.safepassage.redact.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    /// Worked out by hand from (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n) with z² = 3.841459.
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0000, 0.2775",
        "5, 10, 0.2366, 0.7634",
        "10, 10, 0.7225, 1.0000",
        "1, 100, 0.0018, 0.0545",
        "0, 0, 0.0000, 1.0000"
    })
    void theIntervalIsWilsons(long part, long whole, double low, double high) {
        // When
        var rate = new Rate(part, whole);

        // Then
        assertThat(rate.low()).isCloseTo(low, within(0.00005));
        assertThat(rate.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void thePartIsNoLargerThanTheWhole() {
        assertThatThrownBy(() -> new Rate(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGoalIsJudgedByTheShareItself() {
        assertThat(Goal.atMost(0.003).met(new Rate(3, 1000))).isTrue();
        assertThat(Goal.atMost(0.003).met(new Rate(4, 1000))).isFalse();
        assertThat(Goal.atLeast(0.999).met(new Rate(999, 1000))).isTrue();
        assertThat(Goal.atLeast(0.999).met(new Rate(998, 1000))).isFalse();
    }
}
