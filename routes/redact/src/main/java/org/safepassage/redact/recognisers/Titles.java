package org.safepassage.redact.recognisers;

import java.util.Set;

/// Words behind which a name is to be expected, from `titles.txt`: forms of address, ranks, offices, parts in a case.
final class Titles {
    static final Set<String> WORDS = WordFile.read("titles.txt");

    private Titles() {}
}
