package org.safepassage.redact.text;

import java.text.Normalizer;
import java.util.Arrays;

/// Latin letters, as transliterations use them, to the sounds of a skeleton.
final class LatinSounds {
    /// Longest first; the sound stands after the equals sign.
    private static final String[] GROUPS = {
        "szcz=x", "shch=x", "tsch=c", "tch=c", "sch=x", "dzh=d", "dz=d", "dj=d", "dž=d", "sh=x", "ch=c", "zh=q", "kh=h",
        "gh=h", "ts=t", "tz=t", "cz=c", "sz=x", "rz=r", "ck=k", "ph=f", "th=t", "x=ks"
    };
    private static final String[] NO_GROUPS = {};
    /// The groups that begin with each ASCII char.
    private static final String[][] GROUPED = grouped();

    private static final String LETTERS = "aoeiyjuhgkqldmnprstfvwbz";
    private static final String SOUNDS = "aaaiiiuhhkkldmnprstfvvbz";
    private static final String MARKED = "čšžżćńśźłŭŝâûř";
    private static final String[] MARKED_SOUNDS = {"c", "x", "q", "q", "t", "n", "s", "z", "l", "v", "x", "a", "u", "r"
    };

    private LatinSounds() {}

    /// Appends the sound at `i` and returns how many chars it took.
    static int append(CharSequence word, int i, StringBuilder sounds) {
        char c = word.charAt(i);
        for (String group : c < GROUPED.length ? GROUPED[c] : NO_GROUPS) {
            int width = group.indexOf('=');
            if (startsWith(word, i, group, width)) {
                sounds.append(group, width + 1, group.length());
                return width;
            }
        }
        int marked = MARKED.indexOf(c);
        if (marked >= 0) {
            sounds.append(MARKED_SOUNDS[marked]);
            return 1;
        }
        char plain = c < 0x80
                ? c
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        int at = LETTERS.indexOf(plain);
        if (plain == 'w' && betweenConsonants(word, i)) {
            sounds.append('u');
        } else if (plain == 'c') {
            char next = i + 1 < word.length() ? word.charAt(i + 1) : 'i';
            sounds.append("ieyí".indexOf(next) >= 0 ? 't' : 'k');
        } else if (at >= 0) {
            sounds.append(SOUNDS.charAt(at));
        }
        return 1;
    }

    private static String[][] grouped() {
        var grouped = new String[128][];
        for (char c = 0; c < grouped.length; c++) {
            char first = c;
            grouped[c] = Arrays.stream(GROUPS)
                    .filter(group -> group.charAt(0) == first)
                    .toArray(String[]::new);
        }
        return grouped;
    }

    /// Nobody can say a `w` there: it was typed for a `u`.
    private static boolean betweenConsonants(CharSequence word, int i) {
        return i > 0 && i + 1 < word.length() && isConsonant(word.charAt(i - 1)) && isConsonant(word.charAt(i + 1));
    }

    private static boolean isConsonant(char c) {
        char bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        return Character.isLetter(c) && "aoeiyu".indexOf(bare) < 0;
    }

    private static boolean startsWith(CharSequence word, int i, String group, int width) {
        if (i + width > word.length()) {
            return false;
        }
        for (int k = 0; k < width; k++) {
            if (word.charAt(i + k) != group.charAt(k)) {
                return false;
            }
        }
        return true;
    }
}
