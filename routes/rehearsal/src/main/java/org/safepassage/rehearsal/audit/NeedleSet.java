package org.safepassage.rehearsal.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Many needles, searched for at once. Words are compared as wholes, in a row; long needles also without regard to what
/// stands between their letters and digits. Immutable after construction; thread-safe.
final class NeedleSet {
    private static final int PREFIX = 9;

    private final Map<String, List<Needle>> byFirstWord = new HashMap<>();
    private final Map<String, List<Needle>> byPrefix = new HashMap<>();

    NeedleSet(Collection<Needle> needles) {
        for (var needle : needles) {
            if (!needle.words().isEmpty()) {
                byFirstWord
                        .computeIfAbsent(needle.words().getFirst(), word -> new ArrayList<>())
                        .add(needle);
            }
            if (needle.isLong()) {
                byPrefix.computeIfAbsent(needle.compact().substring(0, PREFIX), prefix -> new ArrayList<>())
                        .add(needle);
            }
        }
    }

    /// Every needle that occurs. What is put together from the letters of several words is none when words of a form
    /// that may stand there are all it is made of: `Kulik a` is no `Kulika`.
    ///
    /// @param noisy whether the text may be no text at all, so that short needles occur by chance
    /// @param allowed words that may stand there
    Set<Needle> in(String text, boolean noisy, Set<String> allowed) {
        var found = new LinkedHashSet<Needle>();
        var folded = Folding.folded(text);
        var words = Folding.words(folded);
        for (int i = 0; i < words.size(); i++) {
            for (var needle : byFirstWord.getOrDefault(words.get(i), List.of())) {
                if ((!noisy || needle.survivesNoise()) && standsAt(needle.words(), words, i)) {
                    found.add(needle);
                }
            }
        }
        if (!byPrefix.isEmpty()) {
            var compact = String.join("", words);
            var touched = new WordsOf(words, compact.length());
            for (int i = 0; i + PREFIX <= compact.length(); i++) {
                for (var needle : byPrefix.getOrDefault(compact.substring(i, i + PREFIX), List.of())) {
                    if (compact.startsWith(needle.compact(), i)
                            && !touched.areAllowed(i, i + needle.compact().length(), allowed)) {
                        found.add(needle);
                    }
                }
            }
        }
        return found;
    }

    /// Which words the letters of a compact text belong to.
    private static final class WordsOf {
        private static final int TELLING = 3;

        private final List<String> words;
        private final int[] wordAt;

        WordsOf(List<String> words, int letters) {
            this.words = words;
            this.wordAt = new int[letters];
            int at = 0;
            for (int word = 0; word < words.size(); word++) {
                int end = at + words.get(word).length();
                Arrays.fill(wordAt, at, end, word);
                at = end;
            }
        }

        /// A word of which only the end or the beginning is touched says nothing against it.
        boolean areAllowed(int from, int to, Set<String> allowed) {
            boolean telling = false;
            for (int word = wordAt[from]; word <= wordAt[to - 1]; word++) {
                boolean may = allowed.contains(words.get(word));
                boolean cut = (from > 0 && wordAt[from - 1] == word) || (to < wordAt.length && wordAt[to] == word);
                if (!may && !cut && words.get(word).length() > 1) {
                    return false;
                }
                telling |= may && words.get(word).length() >= TELLING;
            }
            return telling;
        }
    }

    private static boolean standsAt(List<String> needle, List<String> words, int from) {
        return from + needle.size() <= words.size()
                && words.subList(from, from + needle.size()).equals(needle);
    }
}
