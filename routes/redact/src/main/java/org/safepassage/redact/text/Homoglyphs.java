package org.safepassage.redact.text;

/// Folds letters that look like letters of another script: a Latin `i` inside a Cyrillic name, a Cyrillic `о` inside a
/// Latin one. A word takes the script of the letters that have no double; without such letters, of the majority.
public final class Homoglyphs {
    private static final String LATIN = "AaBbCcEeHhIiJjKkMmOoPpSsTtXxYyëËïÏ";
    private static final String CYRILLIC = "АаВьСсЕеНһІіЈјКкМмОоРрЅѕТтХхУуёЁїЇ";
    private static final String GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονιυρ";
    private static final String GREEK_LATIN = "ABEZHIKMNOPTYXaoviup";

    private Homoglyphs() {}

    /// The Cyrillic letter that looks like this Latin one, or the char itself.
    public static char toCyrillic(char latin) {
        int i = LATIN.indexOf(latin);
        return i < 0 ? latin : CYRILLIC.charAt(i);
    }

    /// The Latin letter that looks like this Cyrillic one, or the char itself.
    public static char toLatin(char cyrillic) {
        int i = CYRILLIC.indexOf(cyrillic);
        return i < 0 ? cyrillic : LATIN.charAt(i);
    }

    static boolean isCyrillic(char c) {
        return c >= 0x0400 && c <= 0x052F;
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x024F && c != 0xD7 && c != 0xF7);
    }

    static void fold(char[] text, int size) {
        int i = 0;
        while (i < size) {
            if ((text[i] < 0x80 && !isLatin(text[i])) || !Character.isLetter(text[i])) {
                i++;
                continue;
            }
            int start = i;
            while (i < size && (Character.isLetter(text[i]) || text[i] == '\'')) {
                i++;
            }
            foldWord(text, start, i);
        }
    }

    private static void foldWord(char[] text, int start, int end) {
        int cyrillic = 0;
        int latin = 0;
        int onlyCyrillic = 0;
        int onlyLatin = 0;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (GREEK.indexOf(c) >= 0) {
                text[i] = GREEK_LATIN.charAt(GREEK.indexOf(c));
                c = text[i];
            }
            if (isCyrillic(c)) {
                cyrillic++;
                onlyCyrillic += CYRILLIC.indexOf(c) < 0 ? 1 : 0;
            } else if (isLatin(c)) {
                latin++;
                onlyLatin += LATIN.indexOf(c) < 0 ? 1 : 0;
            }
        }
        if (cyrillic == 0 || latin == 0) {
            return;
        }
        boolean toCyrillic = onlyCyrillic != onlyLatin ? onlyCyrillic > onlyLatin : cyrillic >= latin;
        for (int i = start; i < end; i++) {
            text[i] = toCyrillic ? toCyrillic(text[i]) : toLatin(text[i]);
        }
    }
}
