package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// What dictionaries say of the tokens of a text, for a tagger: their classes, and their grammar, which is looked up
/// when
/// it is first asked for, since a recogniser skips most words. One text, one thread.
final class WordKnowledge {
    /// What dictionaries alone say of a word in Latin letters.
    /// What the models have not seen when they learned.
    private static final int UNLEARNED = WordClasses.ANIMATE | WordClasses.NOBODY | WordClasses.SMALL_INITIAL;

    private static final int OF_LATIN = WordClasses.WORD
            | WordClasses.NOUN
            | WordClasses.PROPER
            | WordClasses.PLACE
            | WordClasses.GIVEN
            | WordClasses.SURNAME;

    private static final int NONE = -1;
    private static final int UNKNOWN = -2;

    private final WordClasses classes;
    private final boolean latin;
    private final int[] grammar;

    /// @param latin whether dictionaries are asked for words in Latin letters too
    WordKnowledge(NormalText text, boolean latin) {
        this.classes = WordClasses.of(text);
        this.latin = latin;
        List<Token> tokens = text.tokens();
        this.grammar = new int[tokens.size()];
        for (int i = 0; i < grammar.length; i++) {
            boolean letters = tokens.get(i).shape() != Token.Shape.NUMBER
                    && classes.word(i).length() <= StemIndex.LONGEST_WORD;
            grammar[i] = letters && isAsked(i) ? UNKNOWN : 0;
        }
    }

    /// What a token can be, see [WordClasses]; 0 beyond the text's ends.
    int classes(int i) {
        if (i < 0 || i >= grammar.length || isAsked(i)) {
            return classes.at(i) & ~UNLEARNED;
        }
        int bits = classes.at(i) & ~OF_LATIN & ~UNLEARNED;
        return GivenNames.standard().contains(classes.word(i)) ? bits | WordClasses.GIVEN : bits;
    }

    /// Its grammar, see [Lexicon#grammar].
    int grammar(int i) {
        if (i < 0 || i >= grammar.length) {
            return NONE;
        }
        if (grammar[i] == UNKNOWN) {
            grammar[i] = Lexicon.standard().grammar(classes.word(i));
        }
        return grammar[i];
    }

    private boolean isAsked(int i) {
        return latin || classes.word(i).charAt(0) >= 0x0400;
    }
}
