package org.safepassage.redact.recognisers;

import java.util.List;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// What stands between the tokens of a text, as far as it joins or parts names. Gap `i` is the one behind token `i`.
/// Immutable.
final class TokenGaps {
    private static final int WIDEST = 4;

    private final NormalText text;
    private final List<Token> tokens;

    TokenGaps(NormalText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /// What is written there; an empty line at both ends of the text.
    String at(int i) {
        return i < 0 || i + 1 >= tokens.size()
                ? "\n\n"
                : text.chars().substring(tokens.get(i).end(), tokens.get(i + 1).start());
    }

    boolean isHyphen(int i) {
        return at(i).equals("-");
    }

    boolean hasSign(int i) {
        String between = at(i);
        return between.indexOf(',') >= 0 || between.indexOf('.') >= 0;
    }

    /// A full word and a full stop: what follows is about somebody else, whatever it shares.
    boolean endsSentence(int i) {
        String between = at(i);
        return between.startsWith(".") && between.length() > 1;
    }

    /// Whether token `i` and the next stand so close that they can be one name.
    boolean joins(int i) {
        if (i < 0 || i + 1 >= tokens.size()) {
            return false;
        }
        int from = tokens.get(i).end();
        int to = tokens.get(i + 1).start();
        if (to - from > WIDEST) {
            return false;
        }
        int lines = 0;
        for (int k = from; k < to; k++) {
            char c = text.chars().charAt(k);
            lines += c == '\n' ? 1 : 0;
            if (!Character.isWhitespace(c) && c != '.' && c != '-' && c != ',' && c != '_') {
                return false;
            }
        }
        return lines < 2;
    }
}
