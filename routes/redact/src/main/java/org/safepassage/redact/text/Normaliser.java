package org.safepassage.redact.text;

import java.text.Normalizer;
import java.util.Arrays;

/// Builds one [NormalText] in one pass over the code points, then joins letter-spaced words and folds look-alikes.
/// Used once, by one thread.
final class Normaliser {
    /// How far a word may be parted by white space at a line or page end.
    private static final int MAX_BREAK = 64;

    /// Cyrillic letters that are never anything else: `Ѐ` to `ѿ`.
    private static final int FIRST_LETTER = 0x0400;

    private static final int LAST_LETTER = 0x047F;

    private final String original;
    private char[] out;
    private int[] from;
    private int[] to;
    private int size;

    Normaliser(String original) {
        this.original = original;
        int capacity = original.length() + 16;
        this.out = new char[capacity];
        this.from = new int[capacity];
        this.to = new int[capacity];
    }

    NormalText normalise() {
        int index = 0;
        int position = 0;
        while (index < original.length()) {
            int codePoint = original.codePointAt(index);
            int width = Character.charCount(codePoint);
            int skip = Characters.isHyphen(codePoint) || codePoint == Characters.SOFT_HYPHEN
                    ? breakAfter(index + width)
                    : 0;
            if (skip > 0) {
                if (keepsHyphen(index + width + skip)) {
                    emit('-', position, position + 1);
                }
                position += 1 + original.codePointCount(index + width, index + width + skip);
                index += width + skip;
                continue;
            }
            put(codePoint, position);
            index += width;
            position++;
        }
        LetterSpacing.join(this);
        Homoglyphs.fold(out, size);
        return new NormalText(new String(out, 0, size), Arrays.copyOf(from, size), Arrays.copyOf(to, size), position);
    }

    private void put(int codePoint, int position) {
        if (codePoint < 0x80) {
            emit(codePoint == '`' ? '\'' : (char) codePoint, position, position + 1);
        } else if (codePoint >= FIRST_LETTER && codePoint <= LAST_LETTER) {
            emit((char) codePoint, position, position + 1);
        } else if (Characters.isMark(codePoint)) {
            compose(codePoint, position);
        } else if (Characters.isInvisible(codePoint)) {
            extendLast(position);
        } else {
            Characters.emit(codePoint, (c) -> emit(c, position, position + 1));
        }
    }

    /// A mark joins the letter before it where Unicode has such a letter; a stress accent falls away.
    private void compose(int mark, int position) {
        if (size > 0 && Character.isLetter(out[size - 1]) && to[size - 1] == position) {
            String composed = Normalizer.normalize(
                    new StringBuilder().append(out[size - 1]).appendCodePoint(mark), Normalizer.Form.NFC);
            if (composed.length() == 1 && !Character.isSurrogate(composed.charAt(0))) {
                out[size - 1] =
                        Characters.isStressed(composed.charAt(0), out[size - 1]) ? out[size - 1] : composed.charAt(0);
            }
        }
        extendLast(position);
    }

    private void extendLast(int position) {
        if (size > 0 && to[size - 1] == position) {
            to[size - 1] = position + 1;
        }
    }

    /// Number of chars of white space after a hyphen that parts a word at a line end, 0 when it does not.
    private int breakAfter(int index) {
        if (size == 0 || !Character.isLetter(out[size - 1])) {
            return 0;
        }
        boolean line = false;
        int i = index;
        while (i < original.length() && i - index < MAX_BREAK) {
            char c = original.charAt(i);
            if (c == '\n' || c == '\r' || c == '\f' || c == 0x2028 || c == 0x2029 || c == 0x0B) {
                line = true;
            } else if (!Characters.isSpace(c) && !Characters.isInvisible(c)) {
                break;
            }
            i++;
        }
        return line && i < original.length() && Character.isLetter(original.charAt(i)) ? i - index : 0;
    }

    /// A double surname may be parted at its own hyphen: then the second half begins with a capital.
    private boolean keepsHyphen(int next) {
        char letter = original.charAt(next);
        boolean shouting = size > 1 && Character.isUpperCase(out[size - 1]) && Character.isUpperCase(out[size - 2]);
        return Character.isUpperCase(letter) && !shouting;
    }

    private void emit(char c, int start, int end) {
        if (size == out.length) {
            int capacity = size + (size >> 1);
            out = Arrays.copyOf(out, capacity);
            from = Arrays.copyOf(from, capacity);
            to = Arrays.copyOf(to, capacity);
        }
        out[size] = c;
        from[size] = start;
        to[size] = end;
        size++;
    }

    char at(int index) {
        return out[index];
    }

    int size() {
        return size;
    }

    /// Moves one char to an earlier place; what lay between is covered by the char before it.
    void move(int target, int source) {
        out[target] = out[source];
        from[target] = from[source];
        to[target] = to[source];
    }

    void truncate(int newSize) {
        size = newSize;
    }
}
