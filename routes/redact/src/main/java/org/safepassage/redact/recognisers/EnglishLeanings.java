package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// How far a tagger leans to take each token of a text in Latin letters for a person's name, whatever it has learned:
/// much for a word that no dictionary knows or that is a name by a list, not for one that is something else. Chosen on
/// development data.
final class EnglishLeanings {
    private static final float FOR = 160;
    private static final float DOUBTFUL = 110;
    private static final float UNSAID = 60;
    private static final float AGAINST = -40;
    /// Of what cannot be a name, whatever was learned.
    private static final float NEVER = -1000;

    private static final int NAMES = WordClasses.GIVEN | WordClasses.SURNAME;

    private final List<Token> tokens;
    private final WordClasses classes;
    private final CaseSense sense;

    EnglishLeanings(NormalText text) {
        this.tokens = text.tokens();
        this.classes = WordClasses.of(text);
        this.sense = CaseSense.of(text);
    }

    float at(int i) {
        Token token = tokens.get(i);
        if (token.shape() == Token.Shape.NUMBER) {
            return NEVER;
        }
        boolean name = classes.is(i, NAMES);
        int known = Lexicon.standard().of(classes.word(i));
        boolean word = (known & Lexicon.WORD) != 0;
        boolean place = (known & Lexicon.PLACE) != 0;
        boolean proper = (known & Lexicon.PROPER) != 0;
        if (sense.at(i) != CaseSense.Kind.CAPITALS) {
            return word ? UNSAID : name || !(place || proper) ? FOR : place ? UNSAID : DOUBTFUL;
        }
        if (!token.raised()) {
            return token.shape() == Token.Shape.INITIAL ? UNSAID : AGAINST;
        }
        if (word) {
            return name ? DOUBTFUL : classes.is(i, WordClasses.STARTS_SENTENCE) ? AGAINST : UNSAID;
        }
        return name || !(place || proper) ? FOR : place ? UNSAID : DOUBTFUL;
    }
}
