package org.safepassage.redact.text;

/// The cross-script skeleton of a word: one short ASCII string for the spellings of a name in Belarusian, Russian,
/// Ukrainian and their transliterations. Vowels that akanne confuses are one, so are г, ґ, х, g and h; soft signs and й
/// fall away; ў, в and a у that closes a syllable are one. `Тихановская`, `Ціханоўская` and `Tsikhanouskaya` meet.
public final class Skeleton {
    private Skeleton() {}

    /// The skeleton of a lower-case word; letters of other scripts, digits and signs fall away.
    public static String of(CharSequence word) {
        var sounds = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            char c = word.charAt(i);
            if (c >= 0x0400 && c <= 0x052F) {
                i += CyrillicSounds.append(word, i, sounds);
            } else {
                i += LatinSounds.append(word, i, sounds);
            }
        }
        return settle(sounds);
    }

    /// Applies what depends on neighbours: `i` beside a vowel is silent, doubles are one, `u` closing a syllable is
    /// `v`.
    private static String settle(StringBuilder sounds) {
        var single = new StringBuilder(sounds.length());
        int i = 0;
        while (i < sounds.length()) {
            char c = sounds.charAt(i);
            int end = i + 1;
            while (end < sounds.length() && sounds.charAt(end) == c) {
                end++;
            }
            boolean silent = c == 'i' && (open(before(single)) || open(after(sounds, end - 1)));
            if (!silent && before(single) != c) {
                single.append(c);
            }
            i = end;
        }
        dropGlides(single);
        for (int k = 0; k < single.length(); k++) {
            boolean closes = k == 0 || single.charAt(k - 1) == 'a';
            char next = after(single, k);
            if (single.charAt(k) == 'u' && closes && !open(next) && next != 'i' && (k > 0 || next != 0)) {
                single.setCharAt(k, 'v');
            }
        }
        return single.toString();
    }

    /// Науменко is Навуменка in Belarusian: the `u` of `avu` falls away.
    private static void dropGlides(StringBuilder sounds) {
        int size = Math.min(2, sounds.length());
        for (int k = 2; k < sounds.length(); k++) {
            char c = sounds.charAt(k);
            if (c != 'u' || sounds.charAt(size - 1) != 'v' || sounds.charAt(size - 2) != 'a') {
                sounds.setCharAt(size++, c);
            }
        }
        sounds.setLength(size);
    }

    private static boolean open(char c) {
        return c == 'a' || c == 'u';
    }

    private static char before(StringBuilder text) {
        return text.isEmpty() ? 0 : text.charAt(text.length() - 1);
    }

    private static char after(StringBuilder text, int i) {
        return i + 1 < text.length() ? text.charAt(i + 1) : 0;
    }
}
