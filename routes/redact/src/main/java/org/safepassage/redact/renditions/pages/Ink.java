package org.safepassage.redact.renditions.pages;

import java.util.BitSet;

/// The ink of a page: what is darker than paper, which of it are straight rules, and which strokes it forms. Immutable
/// once made; for one page.
final class Ink {
    /// Straight lines of 20 mm and more are the rules of a form or a table.
    private static final int RULE = 160;

    private static final int RULE_WIDTH = 6;
    /// Ink of another stroke in a word's box, below which it is dirt.
    private static final int LEAST = 6;
    /// How far a letter may reach beyond the box of its word, in heights of the word.
    private static final double REACH = 0.8;
    /// Share of coloured ink in a word's box from which a pen or a stamp crosses it.
    private static final double COLOURED = 0.06;
    /// Share of coloured ink from which a word that the file's text has too is print in colour: pens cross by less.
    private static final double PRINTED = 0.6;

    private final PagePicture page;
    private final int width;
    private final boolean[] ink;
    private final boolean[] rule;
    private final Strokes strokes;

    Ink(PagePicture page) {
        this.page = page;
        this.width = page.width();
        this.ink = new boolean[width * page.height()];
        this.rule = new boolean[ink.length];
        int threshold = threshold(page);
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < width; x++) {
                ink[y * width + x] = page.at(x, y) < threshold;
            }
        }
        for (int y = 0; y < page.height(); y++) {
            rules(0, y, 1, 0, width);
        }
        for (int x = 0; x < width; x++) {
            rules(x, 0, 0, 1, page.height());
        }
        boolean[] free = new boolean[ink.length];
        for (int i = 0; i < ink.length; i++) {
            free[i] = ink[i] && !rule[i];
        }
        this.strokes = new Strokes(page, free);
    }

    boolean at(int x, int y) {
        return ink[y * width + x];
    }

    boolean isRule(int x, int y) {
        return rule[y * width + x];
    }

    /// Whether something else than print runs through a word: a stroke that goes on above or below it, or coloured ink.
    boolean isCrossed(Word word) {
        int top = Math.max(0, word.top());
        int bottom = Math.min(page.height(), word.top() + word.height());
        int all = 0;
        int coloured = 0;
        int foreign = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = Math.max(0, word.left()); x < Math.min(width, word.left() + word.width()); x++) {
                if (ink[y * width + x]) {
                    int stroke = strokes.at(x, y);
                    all++;
                    coloured += page.isColoured(x, y) ? 1 : 0;
                    foreign += stroke > 0 && goesOn(stroke, word) ? 1 : 0;
                }
            }
        }
        boolean printed = word.isWritten() && coloured >= all * PRINTED;
        return foreign >= LEAST || (!printed && coloured >= Math.max(LEAST, all * COLOURED));
    }

    /// Whether a stroke goes on above or below a word farther than its letters do.
    private boolean goesOn(int stroke, Word word) {
        double reach = REACH * word.height();
        return strokes.top(stroke) < (int) (word.top() - reach)
                || strokes.bottom(stroke) - 1 > (int) (word.top() + word.height() + reach);
    }

    /// The strokes in a word's box that stand out of it and yet are the word's own: half a figure beside a box that is
    /// too narrow, no farther than a letter is wide, and black.
    ///
    /// @param edge pixels round the box that count as inside
    BitSet beside(Word word, int edge) {
        var beside = new BitSet();
        int right = word.left() + word.width();
        int bottom = word.top() + word.height();
        for (int y = Math.max(0, word.top()); y < Math.min(page.height(), bottom); y++) {
            for (int x = Math.max(0, word.left()); x < Math.min(width, right); x++) {
                int stroke = strokes.at(x, y);
                if (stroke > 0) {
                    beside.set(stroke);
                }
            }
        }
        beside.stream()
                .filter(stroke -> goesOn(stroke, word)
                        || strokes.coloured(stroke) >= LEAST
                        || strokes.left(stroke) < word.left() - word.height()
                        || strokes.right(stroke) > right + word.height()
                        || (strokes.left(stroke) >= word.left() - edge
                                && strokes.top(stroke) >= word.top() - edge
                                && strokes.right(stroke) <= right + edge
                                && strokes.bottom(stroke) <= bottom + edge))
                .forEach(beside::clear);
        return beside;
    }

    Strokes strokes() {
        return strokes;
    }

    /// Finds the straight lines in one row or column.
    private void rules(int x0, int y0, int dx, int dy, int length) {
        int from = 0;
        for (int i = 0; i <= length; i++) {
            boolean dark = i < length && ink[(y0 + dy * i) * width + x0 + dx * i];
            if (!dark) {
                if (i - from >= RULE && isThin(x0 + dx * (from + i) / 2, y0 + dy * (from + i) / 2, dy, dx)) {
                    for (int j = from; j < i; j++) {
                        rule[(y0 + dy * j) * width + x0 + dx * j] = true;
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
            boolean inside = px >= 0 && py >= 0 && px < width && py < page.height();
            count += inside && ink[py * width + px] ? 1 : 0;
        }
        return count <= RULE_WIDTH;
    }

    /// Divides ink from paper where the two differ most (Otsu, 1979).
    private static int threshold(PagePicture page) {
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
}
