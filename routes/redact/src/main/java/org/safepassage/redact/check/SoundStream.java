package org.safepassage.redact.check;

import java.util.Arrays;

/// A text as a row of sounds, the same for every script and spelling as far as that can be had cheaply: case,
/// accents, soft signs, doubled letters and everything that is no letter fall away, a run of vowels is one. It
/// shares nothing with the normal form that recognisers read, so that a mistake in one is not a mistake in both.
/// Immutable.
///
/// `flat` has one vowel, `fine` three. `starts` tells where words begin: 2 after a space, 1 after anything else
/// that is no letter (a hyphen, a line end, an underscore), 0 inside.
final class SoundStream {
    private static final int FAR = 3;
    /// What no word is broken by, unless it stands amid a word.
    private static final String PARTING = "\":;{}[]()«»“”„!?";

    private byte[] flat;
    private byte[] fine;
    private byte[] starts;
    private boolean[] upper;
    private int[] at;
    private int length;
    private int capitals;
    private final String text;

    private SoundStream(String text) {
        this.text = text;
        int room = Math.max(16, text.length());
        flat = new byte[room];
        fine = new byte[room];
        starts = new byte[room];
        upper = new boolean[room];
        at = new int[room];
    }

    static SoundStream of(String original) {
        var stream = new SoundStream(Letters.plain(original));
        stream.read();
        return stream;
    }

    /// The sounds of one word, with one vowel.
    static String flat(String word) {
        SoundStream stream = of(word);
        return new String(stream.flat, 0, stream.length, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /// The sounds of one word, with three vowels.
    static String fine(String word) {
        SoundStream stream = of(word);
        return new String(stream.fine, 0, stream.length, java.nio.charset.StandardCharsets.ISO_8859_1);
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

    int start(int sound) {
        return sound >= length ? 2 : starts[sound];
    }

    boolean isUpper(int sound) {
        return upper[sound];
    }

    /// Offset of a sound in the text.
    int at(int sound) {
        return at[sound];
    }

    /// The letters from one sound up to another in lower case, as they were written, 60 at most.
    String word(int from, int to) {
        int end = to >= length ? text.length() : at[to];
        var word = new StringBuilder();
        for (int i = at[from]; i < Math.min(end, at[from] + 60); i++) {
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

    private void read() {
        int separation = 2;
        int gap = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                int end = wordEnd(i);
                word(i, end, separation);
                separation = 0;
                gap = 0;
                i = end;
            } else {
                if (!Letters.isInvisible(c)) {
                    gap++;
                    boolean parts = c == '\t' || (PARTING.indexOf(c) >= 0 && !isAmidWord(i));
                    boolean hard = Character.isSpaceChar(c) || parts || gap > FAR;
                    separation = Math.max(separation, hard ? 2 : 1);
                }
                i++;
            }
        }
    }

    /// Whether a sign stands between two letters of what reads as one word: a quotation mark typed for an apostrophe
    /// (`Лук"янчык`), a speck that a scan was read with (`Ку:лік`).
    private boolean isAmidWord(int at) {
        if (at == 0 || at + 1 >= text.length() || !Character.isLetter(text.charAt(at - 1))) {
            return false;
        }
        char next = text.charAt(at + 1);
        return Character.isLowerCase(next)
                || (Character.isUpperCase(next) && Character.isUpperCase(text.charAt(at - 1)));
    }

    /// Letters in a row, invisible ones between them included.
    private int wordEnd(int from) {
        int end = from;
        for (int i = from; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                end = i + 1;
            } else if (!Letters.isInvisible(text.charAt(i))) {
                break;
            }
        }
        return end;
    }

    private void word(int from, int end, int separation) {
        boolean cyrillic = isCyrillic(from, end);
        int start = separation;
        boolean lowerBefore = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            boolean raised = Character.isUpperCase(c);
            if (raised && lowerBefore && start == 0) {
                start = 1;
            }
            lowerBefore = !raised;
            int before = length;
            char alike = Letters.toCyrillic(c);
            if (cyrillic && Letters.isCyrillic(alike)) {
                cyrillic(alike, i, start);
            } else {
                i += latin(i, end, start);
            }
            if (length > before) {
                upper[before] = raised;
                capitals += raised ? 1 : 0;
                start = 0;
            }
        }
    }

    /// A word that mixes scripts is of the script whose own letters it has, those that only look alike left out.
    private boolean isCyrillic(int from, int end) {
        int cyrillic = 0;
        int latin = 0;
        int lookCyrillic = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            boolean alike = Letters.looksLikeOther(c);
            if (Letters.isCyrillic(c)) {
                cyrillic += alike ? 0 : 1;
                lookCyrillic += alike ? 1 : 0;
            } else if (Character.isLetter(c)) {
                latin += alike ? 0 : 1;
                lookCyrillic -= alike ? 1 : 0;
            }
        }
        return cyrillic == latin ? lookCyrillic > 0 || cyrillic > 0 : cyrillic > latin;
    }

    private void cyrillic(char c, int place, int start) {
        char sound = Letters.sound(c);
        if (sound == 'S') {
            add('s', place, start);
            add('c', place, 0);
        } else if (sound != 0) {
            add(sound, place, start);
        }
    }

    /// Adds a Latin letter and says how many letters after it belong to it.
    private int latin(int place, int end, int start) {
        char written = Character.toLowerCase(Letters.toLatin(text.charAt(place)));
        char c = Letters.bare(written);
        char n = place + 1 < end ? Letters.bare(Character.toLowerCase(Letters.toLatin(text.charAt(place + 1)))) : 0;
        switch (c) {
            case 'a', 'e', 'o' -> add('a', place, start);
            case 'i', 'y', 'j' -> add('i', place, start);
            case 'u' -> add(written == 'ŭ' || isShortU(place, n) ? 'v' : 'u', place, start);
            case 'c' -> {
                boolean ch = n == 'h' || n == 'z' || written == 'č';
                boolean ts = written == 'ć' || n == 0 || n == 'e' || n == 'i' || n == 'y';
                add(ch ? 'c' : ts ? 't' : 'k', place, start);
                return n == 'h' || n == 'z' ? 1 : 0;
            }
            case 's' -> {
                add('s', place, start);
                return n == 'h' || n == 'z' ? 1 : 0;
            }
            case 'z', 't', 'g' -> {
                add(c == 'g' ? 'h' : c, place, start);
                return n == 'h' ? 1 : 0;
            }
            case 'k', 'q' -> {
                add(n == 'h' ? 'h' : 'k', place, start);
                return n == 'h' ? 1 : 0;
            }
            case 'p' -> {
                add(n == 'h' ? 'f' : 'p', place, start);
                return n == 'h' ? 1 : 0;
            }
            case 'x' -> {
                add('k', place, start);
                add('s', place, 0);
            }
            case 'w' -> add(isConsonant(place - 1) && isConsonant(place + 1) ? 'u' : 'v', place, start);
            case 'b', 'd', 'f', 'h', 'l', 'm', 'n', 'r', 'v' -> add(c, place, start);
            default -> {}
        }
        return 0;
    }

    /// Between two of them nobody can say a `w`: it was typed for a `u`.
    private boolean isConsonant(int place) {
        if (place < 0 || place >= text.length()) {
            return false;
        }
        char bare = Letters.bare(Character.toLowerCase(text.charAt(place)));
        return bare >= 'a' && bare <= 'z' && "aeiouyj".indexOf(bare) < 0;
    }

    /// A Belarusian `ў` that is written as a plain u: behind a vowel and before none.
    private boolean isShortU(int place, char next) {
        char before = place == 0 ? ' ' : Character.toLowerCase(text.charAt(place - 1));
        return "aeoаео".indexOf(before) >= 0 && "aeiouyj".indexOf(next) < 0;
    }

    private void add(char sound, int place, int start) {
        boolean vowel = sound == 'a' || sound == 'i' || sound == 'u';
        byte coarse = (byte) (vowel ? 'a' : sound);
        if (start == 0 && length > 0) {
            byte last = flat[length - 1];
            if (last == coarse) {
                if (vowel && fine[length - 1] == 'i') {
                    fine[length - 1] = (byte) sound;
                }
                return;
            }
            if ((last == 'd' && sound == 'z') || (last == 's' && sound == 'z') || (last == 't' && sound == 's')) {
                return;
            }
            if (last == 't' && sound == 'c') {
                flat[length - 1] = 'c';
                fine[length - 1] = 'c';
                return;
            }
        }
        if (length == flat.length) {
            grow();
        }
        flat[length] = coarse;
        fine[length] = (byte) sound;
        starts[length] = (byte) start;
        upper[length] = false;
        at[length] = place;
        length++;
    }

    private void grow() {
        int room = flat.length * 2;
        flat = Arrays.copyOf(flat, room);
        fine = Arrays.copyOf(fine, room);
        starts = Arrays.copyOf(starts, room);
        upper = Arrays.copyOf(upper, room);
        at = Arrays.copyOf(at, room);
    }
}
