package org.safepassage.redact.recognisers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepassage.redact.HostileTexts;
import org.safepassage.redact.recognisers.GatedPatterns.Gated;

/// Counts the chars that patterns read, which no machine's speed can change: four times the text may cost four times as
/// much and a little, never sixteen times.
class PatternWorkTest {
    private static final int SHORT = 1_500;
    /// No char is looked at more often: a few hundred steps back and forth in each of a pattern's branches.
    private static final long MOST_READS_A_CHAR = 6_000;

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("org.safepassage.redact.HostileTexts#rows")
    void fourTimesAHostileTextCostsNoPatternMoreThanFourTimesAsMuch(String row) {
        for (Gated pattern : patterns()) {
            // When
            long few = reads(pattern, HostileTexts.text(row, SHORT));
            long many = reads(pattern, HostileTexts.text(row, 4 * SHORT));

            // Then
            assertThat(many)
                    .as(() -> pattern.pattern().pattern())
                    .isLessThan(allowed(few))
                    .isLessThan(MOST_READS_A_CHAR * 4 * SHORT);
        }
    }

    @Test
    void aPatternThatTriesAnewToTheEndFromEachPlaceIsSeen() {
        // Given
        var greedy = Gated.of("паспорт\\p{L}*\\d");

        // When
        long few = reads(greedy, HostileTexts.text("one word of passports", SHORT));
        long many = reads(greedy, HostileTexts.text("one word of passports", 4 * SHORT));

        // Then
        assertThat(many).isGreaterThan(allowed(few));
    }

    private static long allowed(long few) {
        return 6 * few + 40 * SHORT;
    }

    private static List<Gated> patterns() {
        var patterns = new ArrayList<Gated>();
        patterns.add(Dates.pattern());
        for (Recogniser recogniser : ServiceLoader.load(Recogniser.class)) {
            if (recogniser instanceof PatternRecogniser shaped) {
                shaped.shapes().forEach(shape -> patterns.add(shape.gated()));
            }
        }
        return patterns;
    }

    private static long reads(Gated pattern, String text) {
        var counted = new Counted(text.toLowerCase(Locale.ROOT));
        new GatedPatterns(List.of(pattern)).each(counted, found -> {});
        return counted.reads;
    }

    /// A text that counts how often its chars are read.
    private static final class Counted implements CharSequence {
        private final String text;
        private long reads;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            reads++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
