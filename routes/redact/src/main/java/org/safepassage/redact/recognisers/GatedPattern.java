package org.safepassage.redact.recognisers;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern that is tried only where a char stands with which a match can begin: what `find` finds, for a fraction of
/// its time. Which chars those are is asked of the pattern itself, once a char. Safe to share between threads.
final class GatedPattern {
    private static final byte UNKNOWN = 0;
    private static final byte CLOSED = 1;
    private static final byte OPEN = 2;
    private static final Pattern LOOKS_BACK = Pattern.compile("\\(\\?<=|\\\\[bBG]|(?<![\\[\\\\])\\^");

    private final Pattern pattern;
    /// Threads may fill one place twice, each time with the same answer.
    private final byte[] gates = new byte[Character.MAX_VALUE + 1];

    /// @param regex whose matches do not begin by what stands before them, but for what must not stand there
    /// @throws IllegalArgumentException when it looks back otherwise
    GatedPattern(String regex) {
        if (LOOKS_BACK.matcher(regex).find()) {
            throw new IllegalArgumentException("a pattern that looks back cannot be gated");
        }
        this.pattern = Pattern.compile(regex);
    }

    Pattern pattern() {
        return pattern;
    }

    /// Hands over every match in order, none overlapping the one before.
    void each(CharSequence text, Consumer<Matcher> found) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        Matcher single = pattern.matcher("");
        int i = 0;
        while (i < text.length()) {
            if (mayOpen(text.charAt(i), single)
                    && matcher.region(i, text.length()).lookingAt()
                    && matcher.end() > i) {
                found.accept(matcher);
                i = matcher.end();
            } else {
                i++;
            }
        }
    }

    // hitEnd is asked for what it is for: whether more text could make it a match.
    @SuppressWarnings("JdkObsolete")
    private boolean mayOpen(char c, Matcher single) {
        if (gates[c] == UNKNOWN) {
            single.reset(String.valueOf(c));
            gates[c] = Character.isSurrogate(c) || single.lookingAt() || single.hitEnd() ? OPEN : CLOSED;
        }
        return gates[c] == OPEN;
    }
}
