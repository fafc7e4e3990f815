package org.safepassage.redact.renditions.pages;

import java.util.Arrays;

/// The strokes of a page: ink that hangs together, diagonals included, each with the box round it. A printed letter is
/// one or two, a signature is one. Immutable once made; for one page.
final class Strokes {
    /// Left, top, right and bottom, exclusive the latter two, and the number of coloured pixels.
    private static final int FACTS = 5;

    private final PagePicture page;
    private final int width;
    private final int height;
    /// Number of the stroke that a pixel belongs to, from 1; 0 where there is none.
    private final int[] number;

    private int[] facts = new int[FACTS << 10];

    /// @param ink row by row; not kept
    Strokes(PagePicture page, boolean[] ink) {
        this.page = page;
        this.width = page.width();
        this.height = page.height();
        this.number = new int[ink.length];
        int strokes = 0;
        for (int first = 0; first < ink.length; first++) {
            if (ink[first] && number[first] == 0) {
                strokes++;
                follow(first, strokes, ink);
            }
        }
    }

    /// The stroke at a pixel; 0 for none.
    int at(int x, int y) {
        return number[y * width + x];
    }

    int left(int stroke) {
        return facts[FACTS * stroke];
    }

    int top(int stroke) {
        return facts[FACTS * stroke + 1];
    }

    int right(int stroke) {
        return facts[FACTS * stroke + 2];
    }

    int bottom(int stroke) {
        return facts[FACTS * stroke + 3];
    }

    int coloured(int stroke) {
        return facts[FACTS * stroke + 4];
    }

    /// Whether a pixel is of this stroke, or of the soft edge that a printed one has.
    boolean isOf(int stroke, int x, int y) {
        if (at(x, y) != 0) {
            return at(x, y) == stroke;
        }
        for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
            for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                if (at(nx, ny) == stroke) {
                    return true;
                }
            }
        }
        return false;
    }

    private void follow(int first, int stroke, boolean[] ink) {
        if (FACTS * (stroke + 1) > facts.length) {
            facts = Arrays.copyOf(facts, facts.length * 2);
        }
        facts[FACTS * stroke] = width;
        facts[FACTS * stroke + 1] = first / width;
        int[] waiting = new int[1 << 6];
        int count = 1;
        waiting[0] = first;
        number[first] = stroke;
        while (count > 0) {
            int at = waiting[--count];
            int x = at % width;
            int y = at / width;
            take(stroke, x, y);
            if (count + 8 > waiting.length) {
                waiting = Arrays.copyOf(waiting, waiting.length * 2);
            }
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int next = ny * width + nx;
                    if (ink[next] && number[next] == 0) {
                        number[next] = stroke;
                        waiting[count++] = next;
                    }
                }
            }
        }
    }

    private void take(int stroke, int x, int y) {
        int at = FACTS * stroke;
        facts[at] = Math.min(facts[at], x);
        facts[at + 2] = Math.max(facts[at + 2], x + 1);
        facts[at + 3] = Math.max(facts[at + 3], y + 1);
        facts[at + 4] += page.isColoured(x, y) ? 1 : 0;
    }
}
