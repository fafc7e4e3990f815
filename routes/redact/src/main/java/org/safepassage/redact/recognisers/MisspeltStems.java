package org.safepassage.redact.recognisers;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Sound stems by what is left of them when one letter is dropped, so that a stem that one letter parts from them is
/// found without comparing it with all. Built once a case, then read by many threads; a look-up costs the square of a
/// stem's length.
final class MisspeltStems {
    /// Sounds of the shortest stem that may be misspelt: of shorter ones too many are near each other.
    static final int SHORTEST = 4;

    private static final String VOWELS = "aiu";

    private final Set<String> stems = new HashSet<>();
    private final Map<String, Set<String>> dropped = new HashMap<>();
    /// For each first letter the lengths that one letter parts from a stem's: most words have no stem near them.
    private final Map<Character, BitSet> near = new HashMap<>();

    /// Adds a stem; one that is too short is left out.
    void add(String stem) {
        if (stem.length() >= SHORTEST && stems.add(stem)) {
            near.computeIfAbsent(stem.charAt(0), key -> new BitSet()).set(stem.length() - 1, stem.length() + 2);
            for (int i = 1; i < stem.length(); i++) {
                dropped.computeIfAbsent(without(stem, i), key -> new HashSet<>(1))
                        .add(stem);
            }
        }
    }

    /// The stems that this one may have been meant to be: one letter parts them, and never the first one.
    Set<String> meant(String stem) {
        BitSet lengths = stem.isEmpty() ? null : near.get(stem.charAt(0));
        if (lengths == null || !lengths.get(stem.length())) {
            return Set.of();
        }
        var meant = new LinkedHashSet<String>();
        gather(stem, stem, meant);
        for (int i = 1; i < stem.length(); i++) {
            gather(stem, without(stem, i), meant);
        }
        return meant;
    }

    private void gather(String stem, String key, Set<String> meant) {
        for (String candidate : dropped.getOrDefault(key, Set.of())) {
            if (oneEdit(stem, candidate)) {
                meant.add(candidate);
            }
        }
        if (!key.equals(stem) && stems.contains(key) && oneEdit(stem, key)) {
            meant.add(key);
        }
    }

    private static String without(String stem, int i) {
        return stem.substring(0, i) + stem.substring(i + 1);
    }

    /// Whether two stems of equal length differ in one vowel and nothing else.
    static boolean differInVowel(String a, String b) {
        int differ = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                differ += VOWELS.indexOf(a.charAt(i)) >= 0 && VOWELS.indexOf(b.charAt(i)) >= 0 ? 1 : 2;
            }
        }
        return a.length() == b.length() && differ == 1;
    }

    /// Whether one inserted, lost, changed or swapped letter parts the two.
    static boolean oneEdit(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int i = 0;
        while (i < shorter && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        int fromEnd = 0;
        while (fromEnd < shorter - i && a.charAt(a.length() - 1 - fromEnd) == b.charAt(b.length() - 1 - fromEnd)) {
            fromEnd++;
        }
        int restA = a.length() - i - fromEnd;
        int restB = b.length() - i - fromEnd;
        boolean swapped = restA == 2 && restB == 2 && a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i);
        return swapped || (restA <= 1 && restB <= 1);
    }
}
