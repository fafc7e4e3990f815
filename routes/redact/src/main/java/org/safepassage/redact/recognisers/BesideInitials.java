package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// What initials tell of the words beside them. For one text.
final class BesideInitials {
    private static final int REACH = 3;

    private final NormalText text;
    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final Cells cells;
    private final WordClasses classes;
    private final Proof proof;

    /// Takes a token for a part of a name.
    @FunctionalInterface
    interface Proof {
        void prove(int token, double confidence);
    }

    BesideInitials(NormalText text, Proof proof) {
        this.text = text;
        this.tokens = text.tokens();
        this.gaps = new TokenGaps(text);
        this.cells = new Cells(text);
        this.classes = WordClasses.of(text);
        this.proof = proof;
    }

    /// `П. С. Иванов`, `Иванов П. С.`: the word beside initials is a surname.
    void weigh(int i) {
        int first = i;
        while (i - first < REACH && classes.is(first - 1, WordClasses.INITIALS) && gaps.joins(first - 1)) {
            first--;
        }
        int last = i;
        while (last - i < REACH && classes.is(last + 1, WordClasses.INITIALS) && gaps.joins(last)) {
            last++;
        }
        boolean several = last > first;
        if (last - first <= 2) {
            boolean before = surnameBeside(first - 1, first - 1, several)
                    && !endsSentence(first - 1)
                    && !isOpeningWord(first - 1);
            boolean behind = surnameBeside(last + 1, last, several)
                    && !(before && classes.is(last + 1, WordClasses.WORD | WordClasses.GIVEN));
            if (before || behind) {
                proof.prove(i, 0.85);
            }
            if (before) {
                proof.prove(first - 1, 0.85);
            }
            if (behind) {
                proof.prove(last + 1, 0.85);
            }
        }
    }

    /// `Доводы Л. С. Ждановича`: where a sentence begins, what is a word and nobody is no surname before initials. A
    /// line that begins in the midst of one begins none.
    private boolean isOpeningWord(int i) {
        return classes.is(i, WordClasses.STARTS_SENTENCE)
                && !Sentences.isWrapped(text, tokens.get(i))
                && classes.is(i, WordClasses.WORD)
                && !classes.is(i, WordClasses.ANIMATE | WordClasses.SURNAME | WordClasses.GIVEN);
    }

    private boolean endsSentence(int i) {
        return text.chars()
                        .substring(tokens.get(i).end(), tokens.get(i + 1).start())
                        .indexOf('.')
                >= 0;
    }

    private boolean surnameBeside(int i, int gap, boolean several) {
        boolean somebody = several
                && classes.is(i, WordClasses.ANIMATE | WordClasses.SURNAME)
                && !classes.is(i, WordClasses.NOBODY);
        return (classes.isNameable(i) || somebody)
                && tokens.get(i).length() > 1
                && gaps.joins(gap)
                && !cells.part(gap)
                && (several || !classes.is(i, WordClasses.WORD) || classes.is(i, WordClasses.SURNAME));
    }
}
