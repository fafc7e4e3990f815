package org.safepassage.redact.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WindowReadingTest {
    private static final int MARK = -1;

    @Property
    void everyPieceIsReadInAWindowThatFitsAndWithNeighboursOnBothSides(
            @ForAll @IntRange(min = 0, max = 3_000) int count,
            @ForAll @IntRange(min = 16, max = 512) int window,
            @ForAll @IntRange(min = 0, max = 2) int before,
            @ForAll @IntRange(min = 0, max = 2) int behind) {
        // Given
        List<Integer> sizes = new ArrayList<>();
        var reading = new WindowReading(
                ids -> {
                    sizes.add(ids.length);
                    return rows(ids, before, behind);
                },
                window);

        // When
        float[][] rows = reading.read(pieces(count, before, behind));

        // Then
        int room = window - before - behind;
        assertThat(sizes).allMatch(size -> size <= window);
        assertThat(sizes).hasSizeLessThanOrEqualTo(2 + 2 * count / (room - 1));
        assertThat(rows).hasNumberOfRows(count);
        for (int i = 0; i < count; i++) {
            assertThat((int) rows[i][0]).isEqualTo(i);
            assertThat((int) rows[i][1]).isGreaterThanOrEqualTo(Math.min(i, room / 4));
            assertThat((int) rows[i][2]).isGreaterThanOrEqualTo(Math.min(count - 1 - i, room / 4));
        }
    }

    /// For each piece its number, and how many pieces its window shows on either side of it.
    private static float[][] rows(long[] ids, int before, int behind) {
        assertThat(LongStream.of(ids).filter(id -> id == MARK)).hasSize(before + behind);
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new float[] {ids[i], i - before, ids.length - behind - 1 - i})
                .toArray(float[][]::new);
    }

    private static Pieces pieces(int count, int before, int behind) {
        int all = before + count + behind;
        long[] ids = new long[all];
        for (int i = 0; i < all; i++) {
            ids[i] = i < before || i >= before + count ? MARK : i - before;
        }
        return new Pieces(ids, new int[all], new int[all], before, before + count);
    }
}
