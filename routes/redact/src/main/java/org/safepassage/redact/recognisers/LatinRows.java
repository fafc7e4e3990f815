package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Which rows of a text are in Latin letters, and which of those in English. Immutable.
final class LatinRows {
    private static final String BEFORE_IN_ADDRESS = "/@_=&%#";
    private static final String BEHIND_IN_ADDRESS = "./@_=&%#:";
    private static final int FIRST_OTHER = 0x0250;

    private final NormalText text;
    private final List<Token> tokens;
    private final WordClasses classes;

    LatinRows(NormalText text) {
        this.text = text;
        this.tokens = text.tokens();
        this.classes = WordClasses.of(text);
    }

    /// Whether a text has any word in Latin letters.
    boolean any() {
        return tokens.stream().anyMatch(this::isLatin);
    }

    /// Whether at least half of a row's words, URLs and the like apart, are in Latin letters.
    boolean isLatin(TokenRows.Row row) {
        int words = 0;
        int latin = 0;
        for (int i = row.start(); i < row.end(); i++) {
            words += tokens.get(i).shape() == Token.Shape.NUMBER ? 0 : 1;
            latin += isLatin(tokens.get(i)) && !isInAddress(i) ? 1 : 0;
        }
        return latin > 0 && latin * 2 >= words;
    }

    /// Whether at least half of a row's small words are English ones.
    boolean isEnglish(TokenRows.Row row) {
        int small = 0;
        int known = 0;
        for (int i = row.start(); i < row.end(); i++) {
            if (tokens.get(i).shape() == Token.Shape.LOWER && tokens.get(i).length() > 1) {
                small++;
                known += (Lexicon.standard().of(classes.word(i)) & Lexicon.WORD) != 0 ? 1 : 0;
            }
        }
        return small > 0 && known * 2 >= small;
    }

    private boolean isLatin(Token token) {
        return token.shape() != Token.Shape.NUMBER && text.lower().charAt(token.start()) < FIRST_OTHER;
    }

    /// Whether a token is part of an URL, a handle or a file's name: others look for those.
    private boolean isInAddress(int i) {
        return isOneOf(tokens.get(i).start() - 1, BEFORE_IN_ADDRESS)
                || (isOneOf(tokens.get(i).end(), BEHIND_IN_ADDRESS)
                        && i + 1 < tokens.size()
                        && tokens.get(i + 1).start() == tokens.get(i).end() + 1);
    }

    private boolean isOneOf(int at, String signs) {
        return at >= 0
                && at < text.chars().length()
                && signs.indexOf(text.chars().charAt(at)) >= 0;
    }
}
