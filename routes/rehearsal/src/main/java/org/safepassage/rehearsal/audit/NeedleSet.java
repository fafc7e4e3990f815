package org.safepassage.rehearsal.audit;

import java.util.ArrayList;
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

    /// Every needle that occurs.
    ///
    /// @param noisy whether the text may be no text at all, so that short needles occur by chance
    Set<Needle> in(String text, boolean noisy) {
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
            var compact = Folding.compact(folded);
            for (int i = 0; i + PREFIX <= compact.length(); i++) {
                for (var needle : byPrefix.getOrDefault(compact.substring(i, i + PREFIX), List.of())) {
                    if (compact.startsWith(needle.compact(), i)) {
                        found.add(needle);
                    }
                }
            }
        }
        return found;
    }

    private static boolean standsAt(List<String> needle, List<String> words, int from) {
        return from + needle.size() <= words.size()
                && words.subList(from, from + needle.size()).equals(needle);
    }
}
