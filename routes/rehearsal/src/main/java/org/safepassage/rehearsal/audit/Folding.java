package org.safepassage.rehearsal.audit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The forms in which texts and identities are compared: case, compatibility forms (NFKC), the letter ё, invisible
/// characters and whatever divides words make no difference. Pure functions.
final class Folding {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u034f]+");
    private static final Pattern HYPHENATED = Pattern.compile("(?<=\\p{L})[-\\u2010\\u2011]\\s*\\R\\s*(?=\\p{Ll})");

    private Folding() {}

    /// Lower case, composed, without invisible characters; words divided at the end of a line are joined.
    static String folded(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var visible = INVISIBLE.matcher(composed).replaceAll("");
        return HYPHENATED
                .matcher(visible)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }

    /// Letters and digits of a folded text and nothing else.
    static String compact(String folded) {
        var letters = new StringBuilder(folded.length());
        folded.codePoints().filter(Folding::isWordCharacter).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /// Words of a folded text: unbroken letters and digits. An apostrophe inside a word belongs to it and is left out.
    static List<String> words(String folded) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < folded.length(); ) {
            int point = folded.codePointAt(i);
            i += Character.charCount(point);
            if (isWordCharacter(point)) {
                word.appendCodePoint(point);
            } else if (!isApostrophe(point) || word.isEmpty()) {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isWordCharacter(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '\u2019' || point == '\u02bc' || point == '`';
    }
}
