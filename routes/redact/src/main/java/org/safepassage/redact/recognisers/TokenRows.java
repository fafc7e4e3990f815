package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.List;

/// The rows of tokens that a tagger labels at once: sentences, as far as they can be told, and none too long.
final class TokenRows {
    private static final int LONGEST = 120;

    private TokenRows() {}

    /// @param start first token
    /// @param end behind the last token
    record Row(int start, int end) {}

    static List<Row> of(TokenFeatures features, int count) {
        var rows = new ArrayList<Row>();
        int start = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || i - start == LONGEST || features.beginsRow(i)) {
                rows.add(new Row(start, i));
                start = i;
            }
        }
        return rows;
    }
}
