package org.safepassage.redact.evaluation.network;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words of planted values, and how often a value stands in a text.
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int ALIKE = 4;

    private Words() {}

    static List<String> of(String value) {
        return WORD.matcher(value.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }

    /// How often a value stands in a text as whole words, as it is written; lines may break in it.
    static long count(String value, String text) {
        String spaced = String.join(
                "\\s+", SPACE.splitAsStream(value.strip()).map(Pattern::quote).toList());
        return Pattern.compile("(?<![\\p{L}\\p{M}\\d])" + spaced + "(?![\\p{L}\\p{M}\\d])")
                .matcher(text)
                .results()
                .count();
    }

    /// Whether two words may be forms of one name.
    static boolean alike(String one, String other) {
        int length = Math.min(ALIKE, Math.min(one.length(), other.length()));
        return length >= 3 && one.regionMatches(0, other, 0, length);
    }
}
