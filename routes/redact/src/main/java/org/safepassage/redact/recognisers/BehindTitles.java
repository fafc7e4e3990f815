package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// What titles and ranks tell of the words behind them: `майор Кулик`, `Dr Anna May`. For one text.
final class BehindTitles {
    private static final int REACH = 3;

    private final NormalText text;
    private final List<Token> tokens;
    private final TokenGaps gaps;
    private final WordClasses classes;
    private final BesideInitials.Proof proof;

    BehindTitles(NormalText text, BesideInitials.Proof proof) {
        this.text = text;
        this.tokens = text.tokens();
        this.gaps = new TokenGaps(text);
        this.classes = WordClasses.of(text);
        this.proof = proof;
    }

    /// @param title its token
    void weigh(int title) {
        int end = title;
        while (end + 1 < tokens.size()
                && end - title < REACH
                && gaps.joins(end)
                && gaps.at(end).indexOf(',') < 0
                && (classes.isNameable(end + 1) || classes.is(end + 1, WordClasses.INITIALS))
                && !isPlaceOnly(end + 1)
                && canBeName(end + 1)) {
            end++;
            proof.prove(end, 0.8);
        }
    }

    /// English writes no ordinary word with a capital behind a title; its surnames have no endings that tell them.
    private boolean canBeName(int i) {
        return !classes.is(i, WordClasses.WORD)
                || classes.is(i, WordClasses.SURNAME)
                || !NameLeanings.isCyrillic(text, tokens.get(i));
    }

    /// `губернатор Приморья`.
    private boolean isPlaceOnly(int i) {
        return classes.is(i, WordClasses.PLACE)
                && !classes.is(i, WordClasses.SURNAME | WordClasses.GIVEN | WordClasses.PATRONYMIC);
    }
}
