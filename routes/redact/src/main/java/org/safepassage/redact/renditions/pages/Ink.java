package org.safepassage.redact.renditions.pages;

import java.util.Arrays;

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

    private final PagePicture page;
    private final int width;
    private final boolean[] ink;
    private final boolean[] rule;
    /// Number of the stroke that a pixel belongs to, from 1; 0 for paper and rules.
    private final int[] stroke;
    /// Topmost and lowest row of each stroke, by twice its number.
    private int[] reach = new int[1 << 12];

    Ink(PagePicture page) {
        this.page = page;
        this.width = page.width();
        this.ink = new boolean[width * page.height()];
        this.rule = new boolean[ink.length];
        this.stroke = new int[ink.length];
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
        strokes();
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
        int highest = (int) (word.top() - REACH * word.height());
        int lowest = (int) (word.top() + word.height() + REACH * word.height());
        int all = 0;
        int coloured = 0;
        int foreign = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = Math.max(0, word.left()); x < Math.min(width, word.left() + word.width()); x++) {
                if (ink[y * width + x]) {
                    int number = stroke[y * width + x];
                    all++;
                    coloured += page.isColoured(x, y) ? 1 : 0;
                    foreign += number > 0 && (reach[2 * number] < highest || reach[2 * number + 1] > lowest) ? 1 : 0;
                }
            }
        }
        return foreign >= LEAST || coloured >= Math.max(LEAST, all * COLOURED);
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

    /// Numbers ink that hangs together, diagonals included.
    private void strokes() {
        int[] waiting = new int[1 << 10];
        int number = 0;
        for (int first = 0; first < ink.length; first++) {
            if (!isFree(first)) {
                continue;
            }
            number++;
            if (2 * number + 1 >= reach.length) {
                reach = Arrays.copyOf(reach, reach.length * 2);
            }
            reach[2 * number] = first / width;
            int count = 1;
            waiting[0] = first;
            stroke[first] = number;
            while (count > 0) {
                int at = waiting[--count];
                int x = at % width;
                int y = at / width;
                reach[2 * number + 1] = Math.max(reach[2 * number + 1], y);
                if (count + 8 > waiting.length) {
                    waiting = Arrays.copyOf(waiting, waiting.length * 2);
                }
                for (int ny = Math.max(0, y - 1); ny <= Math.min(page.height() - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                        int next = ny * width + nx;
                        if (isFree(next)) {
                            stroke[next] = number;
                            waiting[count++] = next;
                        }
                    }
                }
            }
        }
    }

    private boolean isFree(int at) {
        return ink[at] && !rule[at] && stroke[at] == 0;
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
