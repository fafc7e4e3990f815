package org.safepassage.redact.text;

/// Cyrillic letters to the sounds of a skeleton.
final class CyrillicSounds {
    private static final String LETTERS = "аоеэєёяиіыїуюўвбгґхдзжклмнпрстцфчшщ";
    private static final String SOUNDS = "aaaaaaaiiiiuuvvbhhhdzqklmnprsttfcxx";

    private CyrillicSounds() {}

    /// Appends the sound of the letter at `i` and returns how many letters it took.
    static int append(CharSequence word, int i, StringBuilder sounds) {
        char c = word.charAt(i);
        char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
        int at = LETTERS.indexOf(c);
        if (at < 0) {
            return 1;
        }
        sounds.append(SOUNDS.charAt(at));
        boolean pair = (c == 'д' && (next == 'з' || next == 'ж')) || (c == 'ш' && next == 'ч');
        return pair ? 2 : 1;
    }
}
