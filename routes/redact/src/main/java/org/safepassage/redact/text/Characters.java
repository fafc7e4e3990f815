package org.safepassage.redact.text;

import java.text.Normalizer;

/// What single code points mean to the normal form.
final class Characters {
    static final int SOFT_HYPHEN = 0xAD;

    private Characters() {}

    interface Sink {
        void put(char c);
    }

    static boolean isHyphen(int c) {
        return c == '-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D || c == 0x00AC;
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /// Zero width, bidirectional controls, byte order marks, tags, fillers and control characters.
    static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || (type == Character.CONTROL && !(c >= '\t' && c <= '\r'))
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == 0xA0 || Character.isSpaceChar(c);
    }

    private static boolean isApostrophe(int c) {
        return c == 0x2019
                || c == 0x2018
                || c == 0x02BC
                || c == 0x00B4
                || c == 0x2032
                || c == 0x02B9
                || c == 0xFF07
                || c == 0x201B
                || c == 0x055A
                || c == 0xA78C
                || c == 0x02BB
                || c == 0x02C8;
    }

    /// An accent that only marks stress: the letter without it is what a name is written with.
    static boolean isStressed(char composed, char base) {
        return base >= 0x0400
                && base <= 0x052F
                && composed != 'й'
                && composed != 'Й'
                && composed != 'ё'
                && composed != 'Ё'
                && composed != 'ї'
                && composed != 'Ї'
                && composed != 'ў'
                && composed != 'Ў';
    }

    static void emit(int c, Sink sink) {
        if (isApostrophe(c)) {
            sink.put('\'');
        } else if (isHyphen(c)) {
            sink.put('-');
        } else if (c == 0x2028 || c == 0x2029 || c == 0x85) {
            sink.put('\n');
        } else if (Character.isSpaceChar(c)) {
            sink.put(' ');
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            sink.put((char) ('0' + Character.digit(c, 10)));
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            sink.put('\uFFFD');
        } else if (isStyled(c)) {
            String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            plain.chars().forEach(unit -> sink.put((char) unit));
        } else {
            for (char unit : Character.toChars(c)) {
                sink.put(unit);
            }
        }
    }

    /// Full-width, mathematical and circled letters and ligatures: plain letters in disguise.
    private static boolean isStyled(int c) {
        return (c >= 0xFF01 && c <= 0xFF5E)
                || (c >= 0x1D400 && c <= 0x1D7FF)
                || (c >= 0x24B6 && c <= 0x24E9)
                || (c >= 0xFB00 && c <= 0xFB06)
                || (c >= 0x1E030 && c <= 0x1E06D)
                || (c >= 0x2070 && c <= 0x209C);
    }
}
