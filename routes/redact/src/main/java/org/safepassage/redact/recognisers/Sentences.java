package org.safepassage.redact.recognisers;

import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Where sentences begin: there a capital tells nothing.
final class Sentences {
    private Sentences() {}

    /// Whether a token follows the end of a sentence, a quotation mark, a line break or nothing.
    static boolean startsAt(NormalText text, Token token) {
        String chars = text.chars();
        int i = token.start() - 1;
        boolean line = false;
        while (i >= 0 && Character.isWhitespace(chars.charAt(i))) {
            line |= chars.charAt(i) == '\n';
            i--;
        }
        if (i < 0) {
            return true;
        }
        char before = chars.charAt(i);
        if (before == '.') {
            return !(i > 1 && Character.isUpperCase(chars.charAt(i - 1)) && !Character.isLetter(chars.charAt(i - 2)));
        }
        return "!?…:;\"«“„(—–•*|".indexOf(before) >= 0 || (line && before != ',');
    }

    /// Whether a token goes on with the line before it, which ends in a word's small letter.
    static boolean isWrapped(NormalText text, Token token) {
        String chars = text.chars();
        int lines = 0;
        int i = token.start() - 1;
        while (i >= 0 && Character.isWhitespace(chars.charAt(i))) {
            lines += chars.charAt(i) == '\n' ? 1 : 0;
            i--;
        }
        return lines == 1 && i >= 0 && Character.isLowerCase(chars.charAt(i));
    }

    /// Whether a token stands in quotation marks that a sentence opens in its midst: `wrote «Kulik»`.
    static boolean isQuotedInside(NormalText text, Token token) {
        String chars = text.chars();
        int i = token.start() - 1;
        if (i < 0 || "\"«“„".indexOf(chars.charAt(i)) < 0) {
            return false;
        }
        i--;
        while (i >= 0 && Character.isWhitespace(chars.charAt(i))) {
            i--;
        }
        return i >= 0 && (Character.isLowerCase(chars.charAt(i)) || chars.charAt(i) == ',');
    }
}
