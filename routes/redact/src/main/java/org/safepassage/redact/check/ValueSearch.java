package org.safepassage.redact.check;

import java.util.Collection;
import java.util.List;

/// Searches for known values without regard to separators, case and letters that look alike. Immutable.
final class ValueSearch {
    private static final int KEY = 4;
    private static final int WIDEST_GAP = 4;
    private static final int LEAST_IN_NOISE = 9;

    private final List<KnownValue> values;
    private final BytePatterns patterns;

    ValueSearch(Collection<KnownValue> values) {
        this.values = values.stream()
                .distinct()
                .filter(value -> CompactStream.bytes(value.value()).length >= KEY)
                .toList();
        this.patterns = new BytePatterns(
                this.values.stream()
                        .map(value -> CompactStream.bytes(value.value()))
                        .toList(),
                KEY);
    }

    void search(View view, CompactStream stream, HitList hits) {
        patterns.search(stream.bytes(), stream.length(), (pattern, start) -> {
            KnownValue value = values.get(pattern);
            int end = start + patterns.length(pattern);
            boolean bounded = switch (value.bound()) {
                case ANYTHING -> true;
                case NO_DIGIT -> stream.isWholeNumber(start, end);
                case NO_LETTER_OR_DIGIT -> stream.isWhole(start, end);
            };
            boolean chance = view.kind() == View.Kind.NOISE && end - start < LEAST_IN_NOISE;
            if (bounded && !chance && stream.isClose(start, end, WIDEST_GAP)) {
                hits.add(view.place(stream.at(start)), value.type());
            }
        });
    }
}
