package org.safepassage.redact.classifier;

import java.util.Arrays;
import java.util.function.Function;

/// Reads the pieces of a text in windows that overlap by half, and takes for each piece the window in which it stands
/// farthest from an end: so every piece is read, and with neighbours on both sides where the text has any.
final class WindowReading {
    private final Function<long[], float[][]> model;
    private final int window;

    /// @param model gives a row for each piece of a window
    /// @param window most pieces that it may be given, marks included
    WindowReading(Function<long[], float[][]> model, int window) {
        this.model = model;
        this.window = window;
    }

    /// A row for each piece, marks apart.
    float[][] read(Pieces pieces) {
        int count = pieces.count();
        float[][] rows = new float[count][];
        int room = window - pieces.marks();
        int step = Math.max(1, room / 2);
        int done = 0;
        for (int from = 0; done < count; from += step) {
            int to = Math.min(count, from + room);
            float[][] read = model.apply(pieces.window(from, to));
            // The overlap's second half is the next window's, which has more behind it.
            int until = to == count ? count : to - (room - step) / 2;
            int skipped = done - from + pieces.marksBefore();
            float[][] taken = Arrays.copyOfRange(read, skipped, skipped + until - done);
            System.arraycopy(taken, 0, rows, done, taken.length);
            done = until;
        }
        return rows;
    }
}
