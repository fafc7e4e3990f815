package org.safepassage.redact.recognisers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.safepassage.redact.text.Skeleton;

/// All name words of a case by stem: exact stems in folded spelling, sound stems across scripts, and sound stems that
/// misspellings come near. Built once a case, then read by many threads; a look-up costs the length of a word and no
/// more than [#MOST_BEARERS] persons, however many the case has: a form that more of them share is the crowd's.
final class StemIndex {
    /// Letters of the longest word that is looked at: no name is longer, and what misspellings cost grows with its
    /// square.
    static final int LONGEST_WORD = 60;

    private static final int LONGEST_ENDING = 6;
    private static final int LONGEST_SOUND_ENDING = 5;

    /// Persons who share a form and are still told apart by what stands beside it.
    private static final int MOST_BEARERS = 256;
    /// Given names whose stems are remembered while the index is built: of these most cases repeat a few.
    private static final int REMEMBERED = 2_000;

    private record Entry(NameWord word, Declension declension) {
        boolean isCrowd() {
            return word.person() == NameWord.CROWD;
        }
    }

    /// A stem of a base form.
    ///
    /// @param sound whether it is one by its sound, in any script
    private record Stem(String stem, Declension declension, boolean sound) {}

    private final Map<String, List<Entry>> exact = new HashMap<>();
    private final Map<String, List<Entry>> sounds = new HashMap<>();
    private final MisspeltStems misspelt = new MisspeltStems();
    private final Set<NameWord> seen = new HashSet<>();
    private final Map<String, List<Stem>> remembered = new HashMap<>();

    /// Adds a name word in its base form: lower case, either script.
    void add(NameWord word) {
        if (!seen.add(word)) {
            return;
        }
        for (Stem stem : stems(word)) {
            var entry = new Entry(word, stem.declension());
            if (!stem.sound()) {
                put(exact, stem.stem(), entry, NameWord::ofCrowd);
            } else if (stem.stem().length() >= 2) {
                put(sounds, stem.stem(), entry, NameWord::ofCrowdBySound);
                misspelt.add(stem.stem());
            }
        }
    }

    private List<Stem> stems(NameWord word) {
        List<Stem> stems = remembered.get(word.base());
        if (stems == null) {
            stems = word.base().charAt(0) >= 0x0400 ? cyrillicStems(word.base()) : latinStems(word.base());
            if (word.kind() != NameWord.Kind.SURNAME && remembered.size() < REMEMBERED) {
                remembered.put(word.base(), stems);
            }
        }
        return stems;
    }

    private static List<Stem> latinStems(String base) {
        var stems = new LinkedHashSet<Stem>();
        stems.add(new Stem(base, Declension.FIXED, false));
        stems.add(new Stem(Skeleton.of(base), Declension.FIXED, true));
        for (String guess : Transliteration.toCyrillic(base)) {
            Declension.stems(Folding.of(guess))
                    .forEach((stem, declension) -> stems.add(new Stem(Skeleton.of(stem), declension, true)));
        }
        return List.copyOf(stems);
    }

    private static List<Stem> cyrillicStems(String base) {
        var stems = new LinkedHashSet<Stem>();
        // The base form itself, as it stands in Latin texts, however short it is.
        Transliteration.toLatin(base).forEach(latin -> stems.add(new Stem(latin, Declension.FIXED, false)));
        Declension.stems(base).forEach((stem, declension) -> {
            stems.add(new Stem(stem, declension, false));
            stems.add(new Stem(Skeleton.of(stem), declension, true));
            for (String latin : Transliteration.toLatin(stem)) {
                stems.add(new Stem(Skeleton.of(latin), declension, true));
            }
        });
        return List.copyOf(stems);
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

    /// @param crowd how a word stands there once it is one of too many
    private static void put(Map<String, List<Entry>> index, String stem, Entry entry, UnaryOperator<NameWord> crowd) {
        List<Entry> entries = index.computeIfAbsent(stem, key -> new ArrayList<>(1));
        boolean isCrowd = !entries.isEmpty() && entries.getFirst().isCrowd();
        if (entries.size() >= MOST_BEARERS && !isCrowd) {
            var shared = new LinkedHashSet<Entry>();
            entries.forEach(one -> shared.add(new Entry(crowd.apply(one.word()), one.declension())));
            entries.clear();
            entries.addAll(shared);
            isCrowd = true;
        }
        Entry added = isCrowd ? new Entry(crowd.apply(entry.word()), entry.declension()) : entry;
        if (isCrowd ? !entries.contains(added) : !isThere(entries, added)) {
            entries.add(added);
        }
    }

    /// Each word is added once and at a stroke, so its entries are the last: of a common name there are hundreds.
    private static boolean isThere(List<Entry> entries, Entry entry) {
        for (int i = entries.size() - 1; i >= 0 && entries.get(i).word().equals(entry.word()); i--) {
            if (entries.get(i).declension() == entry.declension()) {
                return true;
            }
        }
        return false;
    }

    /// Every name word that this lower-case token may be a form of, best quality only for each word.
    List<Hit> find(String token) {
        var hits = new ArrayList<Hit>();
        for (String reading : TokenReadings.of(token)) {
            exactHits(Folding.of(reading), hits);
            soundHits(Skeleton.of(reading), reading.charAt(0) >= 0x0400, hits);
        }
        if (hits.isEmpty()) {
            Diminutives.plainer(token).forEach(plainer -> fondHits(plainer, hits));
        }
        if (hits.isEmpty()) {
            for (String reading : TokenReadings.of(token)) {
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

    /// Only given names have fond forms.
    private void fondHits(String plainer, List<Hit> hits) {
        exactHits(Folding.of(plainer), hits);
        hits.removeIf(
                hit -> hit.word().kind() != NameWord.Kind.GIVEN && hit.word().kind() != NameWord.Kind.EVERYDAY);
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
                cut >= Math.max(MisspeltStems.SHORTEST - 1, sound.length() - LONGEST_SOUND_ENDING);
                cut--) {
            String stem = sound.substring(0, cut);
            String ending = sound.substring(cut);
            for (String meant : misspelt.meant(stem)) {
                for (Entry entry : sounds.getOrDefault(meant, List.of())) {
                    if (entry.declension().takesSound(ending)) {
                        var quality =
                                MisspeltStems.differInVowel(stem, meant) ? Hit.Quality.VOWEL : Hit.Quality.MISSPELT;
                        hits.add(new Hit(entry.word(), quality, stem.length(), Hit.Fit.ANY));
                    }
                }
            }
        }
    }

    private static List<Hit> best(List<Hit> hits) {
        if (hits.size() < 2) {
            return List.copyOf(hits);
        }
        var best = new LinkedHashMap<NameWord, Hit>();
        for (Hit hit : hits) {
            best.merge(hit.word(), hit, (a, b) -> a.betterThan(b) ? a : b);
        }
        return List.copyOf(best.values());
    }
}
