package org.safepassage.redact.renditions.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Groups marked cells of a grid that lie within two cells of each other, as the strokes of one signature do.
final class Blobs {
    private static final int NEAR = 2;

    private Blobs() {}

    /// The box round each group: left, top, right and bottom cell, inclusive.
    ///
    /// @param cells row by row; not changed
    static List<int[]> boxes(boolean[] cells, int columns) {
        int rows = cells.length / columns;
        boolean[] seen = new boolean[cells.length];
        var boxes = new ArrayList<int[]>();
        var waiting = new ArrayDeque<Integer>();
        for (int first = 0; first < cells.length; first++) {
            if (!cells[first] || seen[first]) {
                continue;
            }
            int[] box = {columns, rows, 0, 0};
            seen[first] = true;
            waiting.add(first);
            while (!waiting.isEmpty()) {
                int cell = waiting.remove();
                int column = cell % columns;
                int row = cell / columns;
                box[0] = Math.min(box[0], column);
                box[1] = Math.min(box[1], row);
                box[2] = Math.max(box[2], column);
                box[3] = Math.max(box[3], row);
                for (int y = Math.max(0, row - NEAR); y <= Math.min(rows - 1, row + NEAR); y++) {
                    for (int x = Math.max(0, column - NEAR); x <= Math.min(columns - 1, column + NEAR); x++) {
                        int next = y * columns + x;
                        if (cells[next] && !seen[next]) {
                            seen[next] = true;
                            waiting.add(next);
                        }
                    }
                }
            }
            boxes.add(box);
        }
        return boxes;
    }
}
