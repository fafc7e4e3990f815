package org.safepassage.extract.normalise;

import java.text.Normalizer;

/// One form for writing: Unicode NFC, one apostrophe, one kind of blank, no invisible characters, and inside a word of
/// one script no look-alike letters of the other (a Latin `i` in a Cyrillic word is the commonest). For comparing and
/// for search; the partner's original is kept beside it. Reading it twice changes nothing more.
public final class ScriptForm {
    private static final String LATIN = "ABCEHIKMOPTXYaceiopxyjsh";
    private static final String CYRILLIC = "АВСЕНІКМОРТХУасеіорхујѕһ";

    private ScriptForm() {}

    /// The text in one form.
    public static String of(String written) {
        String composed = Normalizer.normalize(written, Normalizer.Form.NFC);
        var plain = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case '’', '‘', 'ʼ', '´', '`', '＇', '′' -> plain.append('\'');
                case '\u00a0', '\u2007', '\u2009', '\u200a', '\u202f', '\t' -> plain.append(' ');
                case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u200e', '\u200f' -> {}
                default -> plain.append(c);
            }
        }
        return words(plain);
    }

    private static String words(StringBuilder text) {
        int start = 0;
        while (start < text.length()) {
            int end = start;
            int cyrillic = 0;
            int latin = 0;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                char c = text.charAt(end);
                cyrillic += c >= 0x400 && c <= 0x4ff ? 1 : 0;
                latin += c < 0x250 ? 1 : 0;
                end++;
            }
            if (cyrillic > 0 && latin > 0) {
                String from = cyrillic >= latin ? LATIN : CYRILLIC;
                String to = cyrillic >= latin ? CYRILLIC : LATIN;
                for (int i = start; i < end; i++) {
                    int at = from.indexOf(text.charAt(i));
                    if (at >= 0) {
                        text.setCharAt(i, to.charAt(at));
                    }
                }
            }
            start = end + 1;
        }
        return text.toString();
    }
}
