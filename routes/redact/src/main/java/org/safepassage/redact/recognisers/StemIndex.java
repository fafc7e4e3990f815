package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.redact.text.Homoglyphs;
import org.safepassage.redact.text.Skeleton;

/// All name words of a case by stem: exact stems in folded spelling, sound stems across scripts, and sound stems with
/// one
/// letter dropped for misspellings. Built once a case, then read by many threads; a look-up costs the length of a word.
final class StemIndex {
    /// Letters of the longest word that is looked at: no name is longer, and what misspellings cost grows with its
    /// square.
    static final int LONGEST_WORD = 60;

    private static final int LONGEST_ENDING = 6;
    private static final int LONGEST_SOUND_ENDING = 5;
    private static final int SHORTEST_FUZZY = 4;

    private static final String VOWELS = "aiu";

    private record Entry(NameWord word, Declension declension) {}

    private final Map<String, List<Entry>> exact = new HashMap<>();
    private final Map<String, List<Entry>> sounds = new HashMap<>();
    private final Map<String, Set<String>> dropped = new HashMap<>();
    private final Set<NameWord> seen = new HashSet<>();

    /// Adds a name word in its base form: lower case, either script.
    void add(NameWord word) {
        if (!seen.add(word)) {
            return;
        }
        String base = word.base();
        if (base.charAt(0) >= 0x0400) {
            addCyrillic(word, base);
            return;
        }
        put(exact, base, new Entry(word, Declension.FIXED));
        putSound(Skeleton.of(base), new Entry(word, Declension.FIXED));
        for (String guess : Transliteration.toCyrillic(base)) {
            Declension.stems(Folding.of(guess)).forEach((stem, declension) -> {
                putSound(Skeleton.of(stem), new Entry(word, declension));
            });
        }
    }

    private void addCyrillic(NameWord word, String base) {
        // The base form itself, as it stands in Latin texts, however short it is.
        Transliteration.toLatin(base).forEach(latin -> put(exact, latin, new Entry(word, Declension.FIXED)));
        Declension.stems(base).forEach((stem, declension) -> {
            var entry = new Entry(word, declension);
            put(exact, stem, entry);
            putSound(Skeleton.of(stem), entry);
            for (String latin : Transliteration.toLatin(stem)) {
                putSound(Skeleton.of(latin), entry);
            }
        });
    }

    /// The stems of a name word as they sound, which its forms for both sexes and in both scripts have in common.
    static Set<String> soundStems(String base) {
        Set<String> readings = base.charAt(0) >= 0x0400 ? Set.of(base) : Transliteration.toCyrillic(base);
        var stems = new HashSet<String>();
        for (String reading : readings) {
            Declension.stems(Folding.of(reading)).forEach((stem, declension) -> {
                if (declension != Declension.FIXED && declension != Declension.SOFTENED) {
                    stems.add(Skeleton.of(stem));
                }
            });
        }
        return stems;
    }

    private static void put(Map<String, List<Entry>> index, String stem, Entry entry) {
        List<Entry> entries = index.computeIfAbsent(stem, key -> new ArrayList<>(1));
        if (!isThere(entries, entry)) {
            entries.add(entry);
        }
    }

    /// Each word is added once and at a stroke, so its entries are the last: of a common name there are thousands.
    private static boolean isThere(List<Entry> entries, Entry entry) {
        for (int i = entries.size() - 1; i >= 0 && entries.get(i).word().equals(entry.word()); i--) {
            if (entries.get(i).declension() == entry.declension()) {
                return true;
            }
        }
        return false;
    }

    private void putSound(String stem, Entry entry) {
        if (stem.length() < 2) {
            return;
        }
        put(sounds, stem, entry);
        if (stem.length() >= SHORTEST_FUZZY) {
            for (int i = 1; i < stem.length(); i++) {
                dropped.computeIfAbsent(without(stem, i), key -> new HashSet<>(1))
                        .add(stem);
            }
        }
    }

    private static String without(String stem, int i) {
        return stem.substring(0, i) + stem.substring(i + 1);
    }

    /// Every name word that this lower-case token may be a form of, best quality only for each word.
    List<Hit> find(String token) {
        var hits = new ArrayList<Hit>();
        for (String reading : readings(token)) {
            exactHits(Folding.of(reading), hits);
            soundHits(Skeleton.of(reading), reading.charAt(0) >= 0x0400, hits);
        }
        if (hits.isEmpty()) {
            for (String reading : readings(token)) {
                fuzzyHits(Skeleton.of(reading), hits);
            }
        }
        return best(hits);
    }

    private void exactHits(String folded, List<Hit> hits) {
        for (int cut = folded.length(); cut >= Math.max(2, folded.length() - LONGEST_ENDING); cut--) {
            List<Entry> entries = exact.get(folded.substring(0, cut));
            if (entries == null) {
                continue;
            }
            String ending = folded.substring(cut);
            for (Entry entry : entries) {
                if (entry.declension().takes(ending)
                        || folded.equals(entry.word().base())) {
                    hits.add(new Hit(
                            entry.word(),
                            Hit.Quality.EXACT,
                            cut,
                            entry.declension().fit(ending)));
                }
            }
        }
    }

    private void soundHits(String sound, boolean cyrillic, List<Hit> hits) {
        for (int cut = sound.length(); cut >= Math.max(2, sound.length() - LONGEST_SOUND_ENDING); cut--) {
            List<Entry> entries = sounds.get(sound.substring(0, cut));
            if (entries == null) {
                continue;
            }
            String ending = sound.substring(cut);
            for (Entry entry : entries) {
                if (entry.declension().takesSound(ending)) {
                    boolean crosses = entry.word().base().charAt(0) >= 0x0400 != cyrillic;
                    var quality = crosses ? Hit.Quality.TRANSLITERATED : Hit.Quality.SOUND;
                    hits.add(new Hit(entry.word(), quality, cut, Hit.Fit.ANY));
                }
            }
        }
    }

    private void fuzzyHits(String sound, List<Hit> hits) {
        for (int cut = sound.length();
                cut >= Math.max(SHORTEST_FUZZY - 1, sound.length() - LONGEST_SOUND_ENDING);
                cut--) {
            String stem = sound.substring(0, cut);
            String ending = sound.substring(cut);
            fuzzyHits(stem, stem, ending, hits);
            for (int i = 1; i < stem.length(); i++) {
                fuzzyHits(stem, without(stem, i), ending, hits);
            }
        }
    }

    private void fuzzyHits(String stem, String key, String ending, List<Hit> hits) {
        var candidates = new LinkedHashSet<>(dropped.getOrDefault(key, Set.of()));
        if (!key.equals(stem) && key.length() >= SHORTEST_FUZZY && sounds.containsKey(key)) {
            candidates.add(key);
        }
        for (String candidate : candidates) {
            if (!oneEdit(stem, candidate)) {
                continue;
            }
            for (Entry entry : sounds.getOrDefault(candidate, List.of())) {
                if (entry.declension().takesSound(ending)) {
                    var quality = differsInVowel(stem, candidate) ? Hit.Quality.VOWEL : Hit.Quality.MISSPELT;
                    hits.add(new Hit(entry.word(), quality, stem.length(), Hit.Fit.ANY));
                }
            }
        }
    }

    private static boolean differsInVowel(String a, String b) {
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

    /// The readings of a token: as written, without an English possessive, with digits read as the letters that OCR
    /// takes for them, and as Cyrillic when every Latin letter has a Cyrillic double.
    private static List<String> readings(String token) {
        var readings = new ArrayList<String>(2);
        String word = token.endsWith("'s") ? token.substring(0, token.length() - 2) : token;
        readings.add(word);
        if (!token.equals(word)) {
            readings.add(token);
        }
        if (word.chars().anyMatch(Character::isDigit)) {
            readings.set(0, OcrReadings.lettersForDigits(word));
            if (word.indexOf('1') >= 0) {
                readings.add(OcrReadings.lettersForDigits(word.replace('1', 'i')));
            }
        }
        int digits = digitsAtEnd(word);
        if (digits > 0 && digits < word.length() - 1) {
            readings.add(word.substring(0, word.length() - digits));
        }
        String first = readings.get(0);
        if (first.charAt(0) < 0x0400) {
            readings.addAll(OcrReadings.latin(first));
            var doubles = new StringBuilder();
            for (int i = 0; i < first.length(); i++) {
                doubles.append(Homoglyphs.toCyrillic(first.charAt(i)));
            }
            if (doubles.chars().allMatch(c -> c >= 0x0400 || c == '\'')) {
                readings.add(doubles.toString());
            }
        }
        return readings;
    }

    /// A number glued to a name, as in file names: how many digits there are.
    private static int digitsAtEnd(String word) {
        int digits = 0;
        while (digits < word.length() && Character.isDigit(word.charAt(word.length() - 1 - digits))) {
            digits++;
        }
        return digits;
    }

    private static List<Hit> best(List<Hit> hits) {
        if (hits.size() < 2) {
            return List.copyOf(hits);
        }
        var best = new HashMap<NameWord, Hit>();
        for (Hit hit : hits) {
            best.merge(hit.word(), hit, (a, b) -> a.betterThan(b) ? a : b);
        }
        return List.copyOf(best.values());
    }
}
