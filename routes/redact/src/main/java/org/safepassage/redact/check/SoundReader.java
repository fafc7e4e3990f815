package org.safepassage.redact.check;

/// Reads a text into a row of sounds: where words begin and end, and of which script each one is. For one text.
final class SoundReader {
    /// So many signs in a row part words as a space does.
    private static final int FAR = 3;
    /// What no word is broken by, unless it stands amid a word.
    private static final String PARTING = "\":;{}[]()«»“”„!?";

    private final String text;
    private final SoundRow row;
    private final LatinReading latin;

    private SoundReader(String text) {
        this.text = text;
        this.row = new SoundRow(text.length());
        this.latin = new LatinReading(text, row);
    }

    /// @param text as [Letters#plain] gives it
    static SoundRow read(String text) {
        var reader = new SoundReader(text);
        reader.read();
        return reader.row;
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
                    boolean parts = c == '\t' || isEndOfPhrase(i) || (PARTING.indexOf(c) >= 0 && !isAmidWord(i));
                    boolean hard = Character.isSpaceChar(c) || parts || gap > FAR;
                    separation = Math.max(separation, hard ? 2 : 1);
                }
                i++;
            }
        }
    }

    /// Whether a line ends here behind a sign that no name goes on after, and no hyphen.
    private boolean isEndOfPhrase(int at) {
        return (text.charAt(at) == '\n' || text.charAt(at) == '\r')
                && at > 0
                && ",;:.!?".indexOf(text.charAt(at - 1)) >= 0;
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
            int before = row.length();
            char alike = Letters.toCyrillic(c);
            if (cyrillic && Letters.isCyrillic(alike)) {
                cyrillic(alike, i, start);
            } else {
                i += latin.add(i, end, start);
            }
            if (row.length() > before) {
                if (raised) {
                    row.raise(before);
                }
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
            row.add('s', place, start);
            row.add('c', place, 0);
        } else if (sound != 0) {
            row.add(sound, place, start);
        }
    }
}
