package org.safepassage.redact.recognisers;

import java.util.Set;

/// Words behind which a name is to be expected, from `titles.txt`: forms of address, ranks, offices, parts in a case.
public final class Titles {
    static final Set<String> WORDS = WordFile.read("titles.txt");

    private Titles() {}

    /// Whether a text in small letters is one of them and nothing else, be it with a full stop: nobody's name by
    /// itself.
    public static boolean isOne(String lower) {
        String word = lower.strip();
        return WORDS.contains(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
    }
}
