package org.safepassage.redact.classifier;

/// A text as a model sees it: numbered word pieces, with the marks that the model wants at both ends. Arrays of one
/// text, handed from the tokenizer to the reading and changed by nobody.
final class Pieces {
    private final long[] ids;
    private final int[] starts;
    private final int[] ends;
    private final int first;
    private final int last;

    /// @param ids of all pieces, marks included
    /// @param starts offset of each piece in chars of the text
    /// @param ends offset behind each piece
    /// @param first piece that is no mark
    /// @param last behind the last piece that is no mark
    Pieces(long[] ids, int[] starts, int[] ends, int first, int last) {
        this.ids = ids;
        this.starts = starts;
        this.ends = ends;
        this.first = first;
        this.last = last;
    }

    /// How many pieces the text has, marks apart.
    int count() {
        return last - first;
    }

    /// How many marks stand around them.
    int marks() {
        return ids.length - count();
    }

    /// How many marks stand before them.
    int marksBefore() {
        return first;
    }

    int start(int piece) {
        return starts[first + piece];
    }

    int end(int piece) {
        return ends[first + piece];
    }

    /// The pieces `from` to `to` with the marks at both ends, as the model wants them.
    long[] window(int from, int to) {
        int length = to - from;
        long[] window = new long[length + marks()];
        System.arraycopy(ids, 0, window, 0, first);
        System.arraycopy(ids, first + from, window, first, length);
        System.arraycopy(ids, last, window, first + length, ids.length - last);
        return window;
    }
}
