package org.safepassage.redact.recognisers;

import java.util.List;
import java.util.Set;
import org.safepassage.redact.text.NormalText;
import org.safepassage.redact.text.Token;

/// Initials in a text without capitals: two single letters with a full stop each, one right behind the other, unless
/// the two are an abbreviation (`т. е.`, `p. m.`). Stateless.
final class SmallInitials {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "те", "тк", "тд", "тп", "тн", "тч", "тя", "нэ", "ио", "вр", "уо", "юл", "кг", "км", "мм", "гг", "гд", "сг",
            "дд", "ед", "мн", "лп", "пп", "рс", "ps", "eg", "ie", "am", "pm", "us", "uk", "un", "eu", "nb", "no", "pp");

    private SmallInitials() {}

    /// Whether the single letter at this place, which a full stop follows, is one of two initials.
    static boolean stand(NormalText text, int i) {
        return arePair(text, i - 1) || arePair(text, i);
    }

    private static boolean arePair(NormalText text, int first) {
        List<Token> tokens = text.tokens();
        if (first < 0 || first + 1 >= tokens.size()) {
            return false;
        }
        Token one = tokens.get(first);
        Token other = tokens.get(first + 1);
        String between = text.chars().substring(one.end(), other.start());
        return one.length() == 1
                && other.length() == 1
                && (between.equals(".") || between.equals(". "))
                && text.chars().startsWith(".", other.end())
                && Character.isLetter(text.chars().charAt(one.start()))
                && Character.isLetter(text.chars().charAt(other.start()))
                && !ABBREVIATIONS.contains(text.lower().substring(one.start(), one.end())
                        + text.lower().substring(other.start(), other.end()));
    }
}
