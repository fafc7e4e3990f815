package org.safepassage.redact.renditions.pages;

import java.util.BitSet;
import java.util.List;

/// Makes a page anew on white paper: only the pixels of words that were read surely and may be seen are copied.
/// Redacted words become grey boxes; ink that nobody read (handwriting, signatures, stamps, faces) becomes boxes of a
/// lighter grey.
/// For one page.
final class Painting {
    /// Confidence from which a word counts as read: names and numbers are not shown on a guess.
    private static final double READ = 70;

    private static final double READ_SURELY = 88;
    private static final int CELL = 12;
    private static final int LEAST_INK = 8;
    /// Solid, but light: black boxes in a line are read as letters by whoever recognises the print again.
    private static final int REDACTED = 0xa8;
    private static final int UNREAD = 0xd0;
    private static final int EDGE = 2;
    /// Straight lines of 20 mm and more are the rules of a form or a table.
    private static final int RULE = 160;
    private static final int RULE_WIDTH = 6;

    private final PagePicture page;
    private final PagePicture made;
    private final boolean[] ink;
    private final boolean[] explained;

    Painting(PagePicture page) {
        this.page = page;
        this.made = page.blank();
        this.ink = new boolean[page.width() * page.height()];
        this.explained = new boolean[ink.length];
    }

    /// What came of a page.
    ///
    /// @param unread share of its ink that nobody read, 0 for an empty page
    /// @param shown words that can be seen
    record Painted(PagePicture picture, double unread, int shown) {}

    Painted paint(List<Word> words, BitSet hidden) {
        int threshold = threshold();
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                ink[y * page.width() + x] = page.at(x, y) < threshold;
            }
        }
        int shown = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!hidden.get(i) && isRead(words.get(i))) {
                copy(words.get(i));
                shown++;
            }
        }
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
                    // Sixteen shades: enough to read, and nothing faint survives.
                    made.set(x, y, Math.min(0xff, (page.at(x, y) + 8) / 17 * 17));
                    explained[y * page.width() + x] = true;
                });
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
                    int at = y * page.width() + x;
                    all += ink[at] ? 1 : 0;
                    count += ink[at] && !explained[at] ? 1 : 0;
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
        for (int y = 0; y < page.height(); y++) {
            run(0, y, 1, 0, page.width());
        }
        for (int x = 0; x < page.width(); x++) {
            run(x, 0, 0, 1, page.height());
        }
    }

    /// Draws the straight lines in one row or column.
    private void run(int x0, int y0, int dx, int dy, int length) {
        int from = 0;
        for (int i = 0; i <= length; i++) {
            boolean dark = i < length && ink[(y0 + dy * i) * page.width() + x0 + dx * i];
            if (!dark) {
                if (i - from >= RULE && isThin(x0 + dx * (from + i) / 2, y0 + dy * (from + i) / 2, dy, dx)) {
                    for (int j = from; j < i; j++) {
                        made.set(x0 + dx * j, y0 + dy * j, 0);
                        explained[(y0 + dy * j) * page.width() + x0 + dx * j] = true;
                    }
                }
                from = i + 1;
            }
        }
    }

    private boolean isThin(int x, int y, int dx, int dy) {
        int count = 0;
        for (int i = -RULE_WIDTH; i <= RULE_WIDTH; i++) {
            int px = x + dx * i;
            int py = y + dy * i;
            boolean inside = px >= 0 && py >= 0 && px < page.width() && py < page.height();
            count += inside && ink[py * page.width() + px] ? 1 : 0;
        }
        return count <= RULE_WIDTH;
    }

    /// Divides ink from paper where the two differ most (Otsu, 1979).
    private int threshold() {
        long[] counts = new long[256];
        long sum = 0;
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                counts[page.at(x, y)]++;
                sum += page.at(x, y);
            }
        }
        long total = (long) page.width() * page.height();
        long below = 0;
        long sumBelow = 0;
        double best = -1;
        int threshold = 128;
        for (int grey = 0; grey < 255; grey++) {
            below += counts[grey];
            sumBelow += grey * counts[grey];
            if (below > 0 && below < total) {
                double gap = (double) sumBelow / below - (double) (sum - sumBelow) / (total - below);
                double between = (double) below * (total - below) * gap * gap;
                if (between > best) {
                    best = between;
                    threshold = grey + 1;
                }
            }
        }
        // Paper alone has shades too, and faint pencil is ink.
        return Math.clamp(threshold, 96, 200);
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
