package org.safepassage.redact.recognisers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Surnames that are ordinary nouns, in text where no capital tells them: `алла бут`, `ВИКТОР МОРОЗ`. A noun behind a
/// given name that is nothing else is one, unless it can be a verb or another part of speech, with which a sentence
/// goes on (`марк стали`); it is one then wherever that text has it. Known of Russian nouns only. For one text;
/// immutable.
final class CaselessSurnames {
    private static final int SHORTEST_GIVEN = 4;
    private static final int SHORTEST = 3;

    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final WordClasses classes;
    private final CaseSense sense;
    private final Set<String> surnames = new HashSet<>();

    private CaselessSurnames(NormalText text) {
        this.tokens = text.tokens();
        this.gaps = new TokenGaps(text);
        this.classes = WordClasses.of(text);
        this.sense = CaseSense.of(text);
        for (int i = 1; i < tokens.size(); i++) {
            if (isBehindGivenName(i)) {
                surnames.add(LearnedNames.written(classes.word(i)));
            }
        }
    }

    static CaselessSurnames of(NormalText text) {
        return text.derived(CaselessSurnames.class, CaselessSurnames::new);
    }

    /// Whether a given name stands before it, here or elsewhere in the text.
    boolean isSurname(int i) {
        return !surnames.isEmpty() && canBeSurname(i) && surnames.contains(LearnedNames.written(classes.word(i)));
    }

    /// Whether it is the surname of the given name before it.
    boolean isBehindGivenName(int i) {
        return i > 0
                && i < tokens.size()
                && tokens.get(i - 1).length() >= SHORTEST_GIVEN
                && classes.is(i - 1, WordClasses.GIVEN)
                && !classes.is(i - 1, WordClasses.WORD | WordClasses.PLACE)
                && canBeSurname(i)
                && gaps.at(i - 1).equals(" ");
    }

    private boolean canBeSurname(int i) {
        return sense.at(i) != CaseSense.Kind.CAPITALS
                && tokens.get(i).length() >= SHORTEST
                && classes.is(i, WordClasses.NOUN)
                && !classes.is(i, WordClasses.PLACE | WordClasses.NOBODY | WordClasses.TITLE)
                && Lexicon.isNounOnly(Lexicon.standard().of(classes.word(i)));
    }
}
