package org.safepassage.redact.renditions.pages;

import java.io.IOException;

/// Breaks a paragraph into lines that fit a width: at spaces, or inside a word that is longer than a line, never
/// between a letter and the marks on it. Works once through the paragraph, however long it is. For one document;
/// not safe to share.
final class Lines {
    /// Characters of one line at most, for those that have no width.
    private static final int MOST_CHARACTERS = 600;
    /// Distance of tabulator stops, in thousandths of the type size.
    private static final int STOP = 7200;

    private final Typeface typeface;
    private final int width;

    /// Where lines go.
    @FunctionalInterface
    interface Sink {
        void line(String line) throws IOException;
    }

    /// @param width of a line, in thousandths of the type size
    Lines(Typeface typeface, int width) {
        this.typeface = typeface;
        this.width = width;
    }

    /// Gives each line, without the spaces at which it was broken.
    void of(String paragraph, Sink sink) throws IOException {
        int start = 0;
        int space = -1;
        int across = 0;
        int count = 0;
        int at = 0;
        while (at < paragraph.length()) {
            int c = paragraph.codePointAt(at);
            int next = at + Character.charCount(c);
            int reach = after(across, c);
            boolean full = reach > width || count >= MOST_CHARACTERS;
            if (full && count > 0 && !isSpace(c) && (!isMark(c) || count >= MOST_CHARACTERS)) {
                int end = space > start ? space : at;
                sink.line(paragraph.substring(start, end).stripTrailing());
                start = end;
                space = -1;
                across = 0;
                count = 0;
                at = start;
                continue;
            }
            across = reach;
            count++;
            at = next;
            if (isSpace(c)) {
                space = at;
            }
        }
        sink.line(paragraph.substring(start).stripTrailing());
    }

    /// Where the pen stands after a character, in thousandths of the type size.
    int after(int across, int codePoint) {
        int moved = across + typeface.glyph(shown(codePoint)).width();
        return codePoint == '\t' ? Math.ceilDiv(moved, STOP) * STOP : moved;
    }

    /// All spaces look alike.
    static int shown(int codePoint) {
        return codePoint == '\t' || Character.getType(codePoint) == Character.SPACE_SEPARATOR ? ' ' : codePoint;
    }

    private static boolean isSpace(int codePoint) {
        return codePoint == '\t'
                || (Character.getType(codePoint) == Character.SPACE_SEPARATOR
                        && codePoint != '\u00a0'
                        && codePoint != '\u202f');
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
