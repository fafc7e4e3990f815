package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Patterns that are searched for together in one pass over a text, each tried only where two chars stand with which
/// a match of it can begin: what `find` finds of each, for a fraction of the time. Which chars those are is asked of
/// the patterns themselves, once a pair. Safe to share between threads.
final class GatedPatterns {
    private static final Pattern LOOKS_BACK = Pattern.compile("\\(\\?<=|\\\\[bBG]|(?<![\\[\\\\])\\^");
    private static final Pattern BEGINS_WORD = Pattern.compile("\\(\\?<!(?:\\[\\\\p\\{L}|\\\\p\\{L}\\))");
    /// Chars with a gate for each pair of them: ASCII and Cyrillic.
    private static final int PAIRED = 256;

    private static final int ASCII = 128;
    private static final int FIRST_CYRILLIC = 0x0400;
    private static final int MOST = 63;
    /// Tells a gate that was asked for from one that was not.
    private static final long KNOWN = 1L << MOST;

    /// A pattern, and what stands in every match if it can begin with any word.
    ///
    /// @param pattern whose matches do not begin by what stands before them, but for what must not stand there
    /// @param mark far rarer than what a match begins with
    /// @param reach chars before the mark in which a match begins
    record Gated(Pattern pattern, @Nullable Pattern mark, int reach) {
        Gated {
            if (looksBack(pattern) || (mark != null && looksBack(mark))) {
                throw new IllegalArgumentException("a pattern that looks back cannot be gated");
            }
        }

        static Gated of(String regex) {
            return new Gated(Pattern.compile(regex), null, 0);
        }

        private Pattern opener() {
            return mark == null ? pattern : mark;
        }

        private static boolean looksBack(Pattern pattern) {
            return LOOKS_BACK.matcher(pattern.pattern()).find();
        }

        /// Whether no match begins behind a letter, whichever branch it takes.
        private static boolean beginsWord(Pattern pattern) {
            return BEGINS_WORD.matcher(pattern.pattern()).lookingAt() && !branches(pattern.pattern());
        }

        /// Whether a regex has branches that no bracket holds together.
        private static boolean branches(String regex) {
            int depth = 0;
            boolean inClass = false;
            boolean branches = false;
            for (int i = 0; i < regex.length() && !branches; i++) {
                switch (regex.charAt(i)) {
                    case '\\' -> i++;
                    case '[' -> inClass = true;
                    case ']' -> inClass = false;
                    case '(' -> depth += inClass ? 0 : 1;
                    case ')' -> depth -= inClass ? 0 : 1;
                    default -> branches = !inClass && depth == 0 && regex.charAt(i) == '|';
                }
            }
            return branches;
        }
    }

    /// Is handed every match.
    interface Found {
        void at(int pattern, Matcher match);
    }

    private final List<Gated> patterns;
    private final long wordBeginnings;
    /// Threads may fill one place twice, each time with the same gate.
    private final AtomicLongArray pairs = new AtomicLongArray(PAIRED * PAIRED);

    private final Map<Character, Long> singles = new ConcurrentHashMap<>();

    GatedPatterns(List<Gated> patterns) {
        if (patterns.size() > MOST) {
            throw new IllegalArgumentException("no more than " + MOST + " patterns have a gate");
        }
        this.patterns = List.copyOf(patterns);
        long beginnings = 0;
        for (int k = 0; k < patterns.size(); k++) {
            beginnings |= Gated.beginsWord(patterns.get(k).opener()) ? 1L << k : 0;
        }
        this.wordBeginnings = beginnings;
    }

    static GatedPatterns of(String regex) {
        return new GatedPatterns(List.of(Gated.of(regex)));
    }

    /// Hands over every match of the only pattern.
    void each(CharSequence text, Consumer<Matcher> found) {
        each(text, (pattern, match) -> found.accept(match));
    }

    /// Hands over every match; those of one pattern in order, none overlapping the one before.
    void each(CharSequence text, Found found) {
        var pass = new Pass(text, found);
        for (int i = 0; i < text.length(); i++) {
            long open = gate(text, i) & ~KNOWN;
            if ((open & wordBeginnings) != 0 && i > 0 && Character.isLetter(text.charAt(i - 1))) {
                open &= ~wordBeginnings;
            }
            while (open != 0) {
                pass.tryAt(i, Long.numberOfTrailingZeros(open));
                open &= open - 1;
            }
        }
    }

    private long gate(CharSequence text, int i) {
        char c = text.charAt(i);
        int first = paired(c);
        int second = i + 1 < text.length() ? paired(text.charAt(i + 1)) : -1;
        if (first < 0 || second < 0) {
            return singles.computeIfAbsent(c, key -> gate(String.valueOf(c)));
        }
        int pair = first * PAIRED + second;
        long gate = pairs.getPlain(pair);
        if (gate == 0) {
            gate = gate(text.subSequence(i, i + 2).toString());
            pairs.setPlain(pair, gate);
        }
        return gate;
    }

    private static int paired(char c) {
        if (c < ASCII) {
            return c;
        }
        return c >= FIRST_CYRILLIC && c < FIRST_CYRILLIC + ASCII ? c - FIRST_CYRILLIC + ASCII : -1;
    }

    private long gate(String opening) {
        long gate = KNOWN;
        for (int k = 0; k < patterns.size(); k++) {
            gate |= mayOpen(patterns.get(k).opener(), opening) ? 1L << k : 0;
        }
        return gate;
    }

    // hitEnd is asked for what it is for: whether more text could make it a match.
    @SuppressWarnings("JdkObsolete")
    private static boolean mayOpen(Pattern opener, String opening) {
        Matcher matcher = opener.matcher(opening);
        return Character.isSurrogate(opening.charAt(0)) || matcher.lookingAt() || matcher.hitEnd();
    }

    /// One pass over one text.
    private final class Pass {
        private final CharSequence text;
        private final Found found;
        private final @Nullable Matcher[] openers = new Matcher[patterns.size()];
        private final @Nullable Matcher[] marked = new Matcher[patterns.size()];
        /// Where the search for each pattern goes on.
        private final int[] next = new int[patterns.size()];

        Pass(CharSequence text, Found found) {
            this.text = text;
            this.found = found;
        }

        void tryAt(int i, int k) {
            Gated gated = patterns.get(k);
            if (gated.mark() == null && i < next[k]) {
                return;
            }
            Matcher opener = matcher(openers, k, gated.opener());
            if (!opener.region(i, text.length()).lookingAt()) {
                return;
            }
            if (gated.mark() != null) {
                before(i, k, gated);
            } else if (opener.end() > i) {
                found.at(k, opener);
                next[k] = opener.end();
            }
        }

        /// The matches that begin within reach of a mark; what was searched for an earlier one is not searched again.
        private void before(int mark, int k, Gated gated) {
            Matcher matcher = matcher(marked, k, gated.pattern());
            boolean beginsWord = Gated.beginsWord(gated.pattern());
            int i = Math.max(next[k], mark - gated.reach());
            while (i <= mark) {
                boolean inside = beginsWord && i > 0 && Character.isLetter(text.charAt(i - 1));
                if (!inside && matcher.region(i, text.length()).lookingAt() && matcher.end() > i) {
                    found.at(k, matcher);
                    i = matcher.end();
                } else {
                    i++;
                }
            }
            next[k] = i;
        }

        private Matcher matcher(@Nullable Matcher[] matchers, int k, Pattern pattern) {
            Matcher matcher = matchers[k];
            if (matcher == null) {
                matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
                matchers[k] = matcher;
            }
            return matcher;
        }
    }
}
