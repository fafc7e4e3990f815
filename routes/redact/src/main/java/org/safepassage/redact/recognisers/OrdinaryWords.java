package org.safepassage.redact.recognisers;

import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Whether words are ordinary ones by the dictionaries, whatever else they may be.
public final class OrdinaryWords {
    private OrdinaryWords() {}

    /// Whether any word of `text` is one.
    public static boolean isAnyIn(String text) {
        NormalText normal = NormalText.of(text);
        for (Token token : normal.tokens()) {
            String word = normal.lower().substring(token.start(), token.end());
            if ((Lexicon.standard().of(word) & Lexicon.WORD) != 0) {
                return true;
            }
        }
        return false;
    }
}
