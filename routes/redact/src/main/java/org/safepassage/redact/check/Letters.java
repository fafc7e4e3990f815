package org.safepassage.redact.check;

import java.text.Normalizer;

/// What single letters are to the second search: their sound, their likeness to a letter of the other script, and
/// whether they are to be seen at all.
final class Letters {
    /// Cyrillic letters that look like Latin ones, and those in the same order.
    private static final String CYRILLIC = "авекмнорстухіјѕԁһԛԝёАВЕКМНОРСТУХІЈЅЁҮ";
    private static final String LATIN = "abekmhopctyxijsdhqweABEKMHOPCTYXIJSEY";
    private static final String GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαειοκνρυχ";
    private static final String GREEK_AS = "ABEZHIKMNOPTYXaeiokvpux";
    /// A line of base64 is no shorter.
    private static final int CODE = 40;
    private static final char[] AS_LATIN = new char[0x600];
    private static final char[] AS_CYRILLIC = new char[0x600];
    private static final char[] SOUNDS = new char[0x600];

    static {
        for (int i = 0; i < CYRILLIC.length(); i++) {
            AS_LATIN[CYRILLIC.charAt(i)] = LATIN.charAt(i);
            AS_CYRILLIC[LATIN.charAt(i)] = CYRILLIC.charAt(i);
        }
        AS_CYRILLIC['e'] = 'е';
        AS_CYRILLIC['E'] = 'Е';
        AS_CYRILLIC['y'] = 'у';
        AS_CYRILLIC['Y'] = 'У';
        AS_CYRILLIC['h'] = 0;
        for (int i = 0; i < GREEK.length(); i++) {
            AS_LATIN[GREEK.charAt(i)] = GREEK_AS.charAt(i);
        }
        String letters = "абвгґдеёєжзиійїклмнопрстуўфхцчшщыэюя";
        String sounds = "abvhhdaaazziiiiklmnaprstuvfhtcsSiaua";
        for (int i = 0; i < letters.length(); i++) {
            SOUNDS[letters.charAt(i)] = sounds.charAt(i);
            SOUNDS[Character.toUpperCase(letters.charAt(i))] = sounds.charAt(i);
        }
    }

    private Letters() {}

    /// The Latin letter that looks like this one, or the letter itself.
    static char toLatin(char c) {
        return c < AS_LATIN.length && AS_LATIN[c] != 0 ? AS_LATIN[c] : c;
    }

    /// The Cyrillic letter that looks like this Latin one, or the letter itself.
    static char toCyrillic(char c) {
        char latin = isGreek(c) ? toLatin(c) : c;
        return latin < AS_CYRILLIC.length && AS_CYRILLIC[latin] != 0 ? AS_CYRILLIC[latin] : latin;
    }

    static boolean looksLikeOther(char c) {
        return c < AS_LATIN.length && (AS_LATIN[c] != 0 || AS_CYRILLIC[c] != 0);
    }

    static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }

    static boolean isGreek(char c) {
        return c >= 0x370 && c < 0x400;
    }

    /// Sound of a Cyrillic letter: a consonant, or one of the three vowels `a`, `i`, `u`; `S` stands for two; 0 for
    /// none.
    static char sound(char c) {
        return c < SOUNDS.length ? SOUNDS[c] : 0;
    }

    /// A Latin letter without what stands above or below it.
    static char bare(char c) {
        if (c < 0x80) {
            return c;
        }
        if (c == 'ł' || c == 'Ł') {
            return 'l';
        }
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }

    /// Whether a reader sees nothing of it: soft hyphens, zero widths, direction marks, accents on their own.
    static boolean isInvisible(char c) {
        if (c < 0x80) {
            return c < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\f';
        }
        if (c == 0xad) {
            return true;
        }
        if (c < 0x300 || (c > 0x36f && c < 0x483)) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /// Compatibility forms become plain ones, marks join their letters. The same string when there is nothing to
    /// do.
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x300 && c < 0x370) || c == 0x487 || (c >= 0x1d00 && !(c >= 0x2000 && c < 0x2070) && c != '№')) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    /// Whether a place is in a long row of small and capital letters and digits as base64 writes them, where any
    /// letters meet by chance.
    static boolean isCode(String text, int place) {
        int from = place;
        int to = place;
        int kinds = 0;
        while (from > 0 && place - from < CODE && isCode(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && to - from < CODE && isCode(text.charAt(to))) {
            to++;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            kinds |= Character.isDigit(c) ? 1 : Character.isLowerCase(c) ? 2 : Character.isUpperCase(c) ? 4 : 0;
        }
        return to - from >= CODE && kinds == 7;
    }

    private static boolean isCode(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '-' || c == '_');
    }
}
