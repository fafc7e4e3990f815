package org.safepassage.redact.recognisers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import morfologik.fsa.FSATraversal;
import morfologik.fsa.MatchResult;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/// What dictionaries of Russian, Belarusian and English know of a word form: whether it is an ordinary word, a given
/// name, a
/// surname, a patronymic, a place. Russian comes from LanguageTool's dictionary (LGPL), Belarusian from the Grammar
/// Database (CC BY-SA 4.0), each read from its own jar. Safe to share between threads.
final class Lexicon {
    static final int GIVEN = 1;
    static final int SURNAME = 2;
    static final int PATRONYMIC = 4;
    static final int PLACE = 8;
    static final int WORD = 16;
    /// An ordinary word that is a noun, so one that can be somebody's surname too; known of Russian only.
    static final int NOUN = 64;
    /// Written with a capital only, so a name of something; Belarusian does not say of what.
    static final int PROPER = 32;

    /// What a form can be in Russian grammar, for who looks at the words around a name: parts of speech, cases,
    /// genders.
    private static final List<String> GRAMMAR = List.of(
            ":Anim", ":Inanim", "ADJ", "VB", "PT", "PNN", "PREP", "CONJ", "ADV", "NumC", ":Nom", ":R", ":D", ":V", ":T",
            ":P", ":Masc", ":Fem", ":PL", ":Past");

    /// Of the older Belarusian spelling.
    private static final Set<String> SHORT_WORDS = Set.of("ня", "бяз");

    private static final Pattern SOFT_BEFORE_CONSONANT = Pattern.compile("([зсцн])ь(?=[бвгдзклмнпсцч])");

    static final int FIRST_GRAMMAR = 128;
    private static final int OTHER_PARTS = Stream.of("ADJ", "VB", "PT", "PNN", "PREP", "CONJ", "ADV", "NumC")
            .mapToInt(part -> FIRST_GRAMMAR << GRAMMAR.indexOf(part))
            .sum();
    private static final int REMEMBERED = 300_000;
    /// Letters of the longest word that is looked up; a dictionary holds none that is longer.
    private static final int LONGEST_WORD = 60;
    private static final Lexicon STANDARD = new Lexicon();

    private final DictionaryLookup russian;
    private final FSATraversal belarusian;
    private final EnglishLexicon english = new EnglishLexicon();
    private final Map<String, Integer> remembered = new ConcurrentHashMap<>();

    private Lexicon() {
        this.russian = new DictionaryLookup(dictionary("/org/languagetool/resource/ru/russian.dict"));
        this.belarusian = new FSATraversal(dictionary("/org/languagetool/resource/be/hunspell/be_BY.dict").fsa);
    }

    static Lexicon standard() {
        return STANDARD;
    }

    /// The bits above for a lower-case word form, and those of [#grammar]; 0 when it is unknown, or too long for a
    /// word.
    int of(String lower) {
        if (lower.length() > LONGEST_WORD) {
            return 0;
        }
        Integer known = remembered.get(lower);
        if (known != null) {
            return known;
        }
        int bits = lower.isEmpty() ? 0 : lower.charAt(0) < 0x0400 ? english(lower) : russian(lower) | belarusian(lower);
        if (lower.indexOf('ё') >= 0) {
            // Surnames stand in the dictionary without the dots.
            bits |= russian(lower.replace('ё', 'е')) & (GIVEN | SURNAME | PATRONYMIC);
        }
        if (remembered.size() < REMEMBERED) {
            remembered.put(lower, bits);
        }
        return bits;
    }

    /// Whether bits of [#of] are of a Russian noun that is somebody.
    static boolean isAnimate(int bits) {
        return (bits & FIRST_GRAMMAR << GRAMMAR.indexOf(":Anim")) != 0;
    }

    /// Whether bits of [#of] are of a Russian noun that can be no other part of speech.
    static boolean isNounOnly(int bits) {
        return (bits & NOUN) != 0 && (bits & OTHER_PARTS) == 0;
    }

    /// What a form can be in grammar, as bits of no further meaning.
    int grammar(String lower) {
        return of(lower) / FIRST_GRAMMAR;
    }

    private int english(String lower) {
        return Character.isLetter(lower.charAt(0)) ? english.of(lower) : 0;
    }

    private int russian(String lower) {
        int bits = 0;
        synchronized (russian) {
            for (WordData reading : russian.lookup(lower)) {
                String tag = reading.getTag() == null ? "" : reading.getTag().toString();
                bits |= bits(tag) | grammarOf(tag);
            }
        }
        return bits;
    }

    private static int bits(String tag) {
        if (tag.contains(":Name")) {
            return GIVEN;
        }
        if (tag.contains(":Fam")) {
            return SURNAME;
        }
        if (tag.contains(":Patr")) {
            return PATRONYMIC;
        }
        if (tag.contains(":Geo") || tag.contains(":geo")) {
            return PLACE;
        }
        return tag.startsWith("NN") ? WORD | NOUN : WORD;
    }

    private static int grammarOf(String tag) {
        int bits = 0;
        for (int i = 0; i < GRAMMAR.size(); i++) {
            String word = GRAMMAR.get(i);
            boolean has = word.charAt(0) == ':' ? (tag + ':').contains(word + ':') : tag.startsWith(word);
            bits |= has ? FIRST_GRAMMAR << i : 0;
        }
        return bits;
    }

    private int belarusian(String lower) {
        if (lower.indexOf('и') >= 0 || lower.indexOf('щ') >= 0 || lower.indexOf('ъ') >= 0) {
            return 0;
        }
        String school = softSigns(lower);
        int bits = matches(lower) || matches(school) || SHORT_WORDS.contains(lower) ? WORD : 0;
        return matches(capital(lower)) || matches(capital(school)) ? bits | PROPER : bits;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// The older spelling writes the softness of a consonant before another one, `пасьля`; the dictionary does not.
    private static String softSigns(String lower) {
        return lower.indexOf('ь') < 0
                ? lower
                : SOFT_BEFORE_CONSONANT.matcher(lower).replaceAll("$1");
    }

    private boolean matches(String word) {
        return belarusian.match(word.getBytes(StandardCharsets.UTF_8)).kind == MatchResult.EXACT_MATCH;
    }

    private static Dictionary dictionary(String resource) {
        try {
            return Dictionary.read(Objects.requireNonNull(Lexicon.class.getResource(resource), resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
