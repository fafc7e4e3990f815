package org.safepassage.redact.check;

import java.nio.charset.StandardCharsets;

/// A text as a row of sounds, the same for every script and spelling as far as that can be had cheaply: case,
/// accents, soft signs, doubled letters and everything that is no letter fall away, a run of vowels is one. It
/// shares nothing with the normal form that recognisers read, so that a mistake in one is not a mistake in both.
/// Immutable.
///
/// `flat` has one vowel, `fine` three. `starts` tells where words begin: 2 after a space, 1 after anything else
/// that is no letter (a hyphen, a line end, an underscore), 0 inside.
final class SoundStream {
    /// Letters of a word that are given back: no name is longer.
    private static final int LONGEST_WORD = 60;

    private final String text;
    private final byte[] flat;
    private final byte[] fine;
    private final byte[] starts;
    private final boolean[] upper;
    private final int[] at;
    private final int length;
    private final int capitals;

    /// @param row the sounds of the text, with their places in it
    private SoundStream(String text, SoundRow row) {
        this.text = text;
        this.flat = row.flat();
        this.fine = row.fine();
        this.starts = row.starts();
        this.upper = row.upper();
        this.at = row.places();
        this.length = row.length();
        this.capitals = row.capitals();
    }

    static SoundStream of(String original) {
        String text = Letters.plain(original);
        return new SoundStream(text, SoundReader.read(text));
    }

    /// The sounds of one word, with one vowel.
    static String flat(String word) {
        SoundStream stream = of(word);
        return new String(stream.flat, 0, stream.length, StandardCharsets.ISO_8859_1);
    }

    /// The sounds of one word, with three vowels.
    static String fine(String word) {
        SoundStream stream = of(word);
        return new String(stream.fine, 0, stream.length, StandardCharsets.ISO_8859_1);
    }

    int length() {
        return length;
    }

    byte[] flat() {
        return flat;
    }

    /// A sound with three vowels.
    byte fine(int sound) {
        return fine[sound];
    }

    /// Whether a word begins with this sound: 2 after a space, 1 after another sign, 0 when it does not.
    int start(int sound) {
        return sound >= length ? 2 : starts[sound];
    }

    /// Where the word ends that goes on here, looking at so many sounds and no more.
    int wordEnd(int from, int most) {
        int end = from;
        while (end < from + most && start(end) == 0) {
            end++;
        }
        return end;
    }

    boolean isUpper(int sound) {
        return upper[sound];
    }

    /// Offset of a sound in the text.
    int at(int sound) {
        return at[sound];
    }

    /// The letters from one sound up to another in lower case, as they were written.
    String word(int from, int to) {
        int end = to >= length ? text.length() : at[to];
        var word = new StringBuilder();
        for (int i = at[from]; i < Math.min(end, at[from] + LONGEST_WORD); i++) {
            if (Character.isLetter(text.charAt(i))) {
                word.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return word.toString();
    }

    /// Whether a sound stands where letters meet by chance.
    boolean isCode(int sound) {
        return Letters.isCode(text, at[sound]);
    }

    /// The text behind a sound's letter.
    String after(int sound, int most) {
        int from = Math.min(text.length(), at[sound] + 1);
        return text.substring(from, Math.min(text.length(), from + most));
    }

    /// The text before a sound's letter.
    String before(int sound, int most) {
        return text.substring(Math.max(0, at[sound] - most), at[sound]);
    }

    /// Whether these sounds stand here, with one vowel.
    boolean stands(String sounds, int from) {
        return stands(flat, sounds, from);
    }

    /// Whether these sounds stand here, with three vowels.
    boolean agrees(String sounds, int from) {
        return stands(fine, sounds, from);
    }

    private boolean stands(byte[] row, String sounds, int from) {
        if (from < 0 || from + sounds.length() > length) {
            return false;
        }
        for (int i = 0; i < sounds.length(); i++) {
            if (row[from + i] != sounds.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether hardly anything is in upper case, as in chats.
    boolean isWithoutCapitals() {
        return capitals * 300L < length;
    }
}
