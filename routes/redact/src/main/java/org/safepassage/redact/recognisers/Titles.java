package org.safepassage.redact.recognisers;

import java.util.Set;

/// Words behind which a name is to be expected, from `titles.txt`: forms of address, ranks, offices, parts in a case.
public final class Titles {
    static final Set<String> WORDS = WordFile.read("titles.txt");

    private Titles() {}

    /// Whether a word in small letters is one of them.
    public static boolean contains(String lower) {
        return WORDS.contains(lower);
    }
}
