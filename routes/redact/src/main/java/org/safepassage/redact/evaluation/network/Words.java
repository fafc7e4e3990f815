package org.safepassage.redact.evaluation.network;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words of planted values.
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");

    private Words() {}

    static List<String> of(String value) {
        return WORD.matcher(value.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }
}
