package org.safepassage.hub.api;

import org.jspecify.annotations.Nullable;

/// What an operator must say with an order that is written down.
final class Told {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST = 500;

    private Told() {}

    /// Who orders it.
    static String who(@Nullable String given) {
        return needed("who", given, LONGEST_NAME);
    }

    /// Why it is ordered.
    static String why(@Nullable String given) {
        return needed("why", given, LONGEST);
    }

    /// @throws IllegalArgumentException when nothing, or too much, is said
    static String needed(String what, @Nullable String given, int longest) {
        if (given == null || given.isBlank() || given.length() > longest)
            throw new IllegalArgumentException("say " + what + ", in at most " + longest + " characters");
        return given.strip();
    }
}
