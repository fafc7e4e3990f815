package org.safepassage.redact.renditions.pages;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Makes a page anew on white paper: only the pixels of words that were read surely, that may be seen, and that no
/// pen or stamp crosses are copied. Redacted words become grey boxes; ink that nobody read (handwriting, signatures,
/// stamps, faces) becomes boxes of a lighter grey.
/// For one page.
final class Painting {
    /// Confidence from which a word counts as read: names and numbers are not shown on a guess.
    private static final double READ = 70;

    private static final double READ_SURELY = 88;
    private static final int CELL = 12;
    private static final int LEAST_INK = 8;
    /// Solid, but light: black boxes in a line are read as letters by whoever recognises the print again.
    private static final int REDACTED = 0xd0;
    private static final int UNREAD = 0xe8;
    private static final int EDGE = 2;

    private final PagePicture page;
    private final PagePicture made;
    private final Ink ink;
    private final boolean[] explained;

    Painting(PagePicture page) {
        this.page = page;
        this.made = page.blank();
        this.ink = new Ink(page);
        this.explained = new boolean[page.width() * page.height()];
    }

    /// What came of a page.
    ///
    /// @param unread share of its ink that nobody read, 0 for an empty page
    /// @param shown words that can be seen, by their numbers
    record Painted(PagePicture picture, double unread, BitSet shown) {}

    Painted paint(List<Word> words, BitSet hidden) {
        var shown = new BitSet(words.size());
        for (int i = 0; i < words.size(); i++) {
            if (!hidden.get(i) && isRead(words.get(i)) && !ink.isCrossed(words.get(i))) {
                copy(words.get(i));
                shown.set(i);
            }
        }
        beside(words, shown);
        rules();
        for (int i = 0; i < words.size(); i++) {
            if (hidden.get(i)) {
                cover(words.get(i), i + 1 < words.size() && hidden.get(i + 1) ? words.get(i + 1) : words.get(i));
            }
        }
        return new Painted(made, unread(), shown);
    }

    private static boolean isRead(Word word) {
        boolean plain = word.text().codePoints().allMatch(c -> !Character.isUpperCase(c) && !Character.isDigit(c));
        return word.confidence() >= (plain ? READ : READ_SURELY);
    }

    private void copy(Word word) {
        each(
                word.left() - EDGE,
                word.top() - EDGE,
                word.left() + word.width() + EDGE,
                word.top() + word.height() + EDGE,
                (x, y) -> {
                    made.set(x, y, page.shade(x, y));
                    explained[y * page.width() + x] = true;
                });
    }

    /// Completes letters that a word's box cut through, unless they reach into or near a word that is not shown: what
    /// stands there may be that word's.
    private void beside(List<Word> words, BitSet shown) {
        List<Word> covered = IntStream.range(0, words.size())
                .filter(i -> !shown.get(i))
                .mapToObj(words::get)
                .toList();
        for (int i = shown.nextSetBit(0); i >= 0; i = shown.nextSetBit(i + 1)) {
            ink.beside(words.get(i), EDGE).stream()
                    .filter(stroke -> covered.stream().noneMatch(other -> reaches(stroke, other)))
                    .forEach(this::copy);
        }
    }

    private void copy(int stroke) {
        Strokes strokes = ink.strokes();
        each(
                strokes.left(stroke) - 1,
                strokes.top(stroke) - 1,
                strokes.right(stroke) + 1,
                strokes.bottom(stroke) + 1,
                (x, y) -> {
                    if (strokes.isOf(stroke, x, y)) {
                        made.set(x, y, page.shade(x, y));
                        explained[y * page.width() + x] = true;
                    }
                });
    }

    private boolean reaches(int stroke, Word other) {
        int near = other.height() / 2;
        Strokes strokes = ink.strokes();
        return strokes.right(stroke) > other.left() - near
                && strokes.left(stroke) < other.left() + other.width() + near
                && strokes.bottom(stroke) > other.top()
                && strokes.top(stroke) < other.top() + other.height();
    }

    private void cover(Word word, Word next) {
        int margin = Math.max(4, word.height() / 5);
        boolean joined = next.line() == word.line();
        int right = joined ? Math.max(word.left() + word.width(), next.left()) : word.left() + word.width();
        each(word.left() - EDGE, word.top() - margin, right + EDGE, word.top() + word.height() + margin, (x, y) -> {
            made.set(x, y, REDACTED);
            explained[y * page.width() + x] = true;
        });
    }

    /// Paints over what was not read, in rectangles that do not show its shape, and tells its share.
    private double unread() {
        int columns = Math.ceilDiv(page.width(), CELL);
        int rows = Math.ceilDiv(page.height(), CELL);
        boolean[] cells = new boolean[columns * rows];
        long all = 0;
        long unread = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            int left = cell % columns * CELL;
            int top = cell / columns * CELL;
            int count = 0;
            for (int y = top; y < Math.min(top + CELL, page.height()); y++) {
                for (int x = left; x < Math.min(left + CELL, page.width()); x++) {
                    boolean dark = ink.at(x, y);
                    all += dark ? 1 : 0;
                    count += dark && !explained[y * page.width() + x] ? 1 : 0;
                }
            }
            unread += count;
            cells[cell] = count >= LEAST_INK;
        }
        for (int[] box : Blobs.boxes(cells, columns)) {
            each(box[0] * CELL, box[1] * CELL, (box[2] + 1) * CELL, (box[3] + 1) * CELL, (x, y) -> {
                if (!explained[y * page.width() + x]) {
                    made.set(x, y, UNREAD);
                }
            });
        }
        return all == 0 ? 0 : (double) unread / all;
    }

    private void rules() {
        each(0, 0, page.width(), page.height(), (x, y) -> {
            if (ink.isRule(x, y)) {
                made.set(x, y, 0);
                explained[y * page.width() + x] = true;
            }
        });
    }

    private interface Pixel {
        void at(int x, int y);
    }

    private void each(int left, int top, int right, int bottom, Pixel pixel) {
        for (int y = Math.max(0, top); y < Math.min(bottom, page.height()); y++) {
            for (int x = Math.max(0, left); x < Math.min(right, page.width()); x++) {
                pixel.at(x, y);
            }
        }
    }
}
