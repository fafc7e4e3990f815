package org.safepassage.redact.recognisers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import morfologik.fsa.FSATraversal;
import morfologik.fsa.MatchResult;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/// What LanguageTool's English dictionaries (LGPL) and the [Gazetteer] know of a word in Latin letters, in the bits of
/// [Lexicon]. Safe to share between threads.
final class EnglishLexicon {
    /// Parts of speech by the beginning of their tags (Penn Treebank), for [Lexicon#grammar].
    private static final List<String> GRAMMAR = List.of(
            "JJ", "NN", "NNS", "VB", "VBD", "VBG", "VBN", "VBZ", "IN", "DT", "PRP", "CC", "RB", "CD", "MD", "TO", "W");

    private static final int DEMONYM = 1 << GRAMMAR.size();
    private static final int NAME_OF_LIST = DEMONYM << 1;
    private static final int PLACE_OF_LIST = DEMONYM << 2;

    /// Shorter names of a list are proof of nothing by themselves.
    private static final int SHORTEST_NAME = 4;

    private final DictionaryLookup tags;
    private final FSATraversal spelling;

    EnglishLexicon() {
        this.tags = new DictionaryLookup(dictionary("/org/languagetool/resource/en/english.dict"));
        this.spelling = new FSATraversal(dictionary("/org/languagetool/resource/en/hunspell/en_US.dict").fsa);
    }

    int of(String lower) {
        String capital = Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
        int names = Gazetteer.standard().of(lower);
        int grammar = (names & Gazetteer.DEMONYM) != 0 ? DEMONYM : 0;
        int bits = matches(lower) ? Lexicon.WORD : 0;
        bits |= matches(capital) ? Lexicon.PROPER : 0;
        grammar |= (names & (Gazetteer.GIVEN | Gazetteer.SURNAME)) != 0 ? NAME_OF_LIST : 0;
        grammar |= (names & Gazetteer.PLACE) != 0 ? PLACE_OF_LIST : 0;
        synchronized (tags) {
            for (WordData reading : tags.lookup(lower)) {
                String tag = String.valueOf(reading.getTag());
                bits |= tag.startsWith("NN") ? Lexicon.WORD | Lexicon.NOUN : Lexicon.WORD;
                grammar |= grammarOf(tag);
            }
            for (WordData reading : tags.lookup(capital)) {
                String tag = String.valueOf(reading.getTag());
                bits |= tag.startsWith("NNP") ? Lexicon.PROPER : 0;
                grammar |= tag.startsWith("JJ") ? DEMONYM : 0;
            }
        }
        if ((bits & Lexicon.WORD) == 0 && (grammar & DEMONYM) == 0 && lower.length() >= SHORTEST_NAME) {
            bits |= (names & Gazetteer.GIVEN) != 0 ? Lexicon.GIVEN : 0;
            bits |= (names & Gazetteer.SURNAME) != 0 ? Lexicon.SURNAME : 0;
            bits |= (names & Gazetteer.PLACE) != 0 ? Lexicon.PLACE : 0;
        }
        return bits | grammar * Lexicon.FIRST_GRAMMAR;
    }

    static boolean isDemonym(String lower) {
        return (Lexicon.standard().grammar(lower) & DEMONYM) != 0;
    }

    private static int grammarOf(String tag) {
        int bits = 0;
        for (int i = 0; i < GRAMMAR.size(); i++) {
            bits |= tag.startsWith(GRAMMAR.get(i)) ? 1 << i : 0;
        }
        return bits;
    }

    private boolean matches(String word) {
        // Behind each word stand a separator and how frequent it is.
        return spelling.match((word + '+').getBytes(StandardCharsets.UTF_8)).kind == MatchResult.SEQUENCE_IS_A_PREFIX;
    }

    private static Dictionary dictionary(String resource) {
        try {
            return Dictionary.read(Objects.requireNonNull(EnglishLexicon.class.getResource(resource), resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
