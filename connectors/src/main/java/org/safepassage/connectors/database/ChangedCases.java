package org.safepassage.connectors.database;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.safepassage.connectors.DoorProblem;

/// Pages through changed cases: each page begins after the last row of the one before, so rows that the partner
/// adds or changes meanwhile neither shift nor repeat the rest.
final class ChangedCases implements Iterator<ChangePoint> {
    /// Gives the next rows after a place.
    interface Page {
        List<ChangePoint> after(ChangePoint place, int limit) throws DoorProblem;
    }

    private final int pageSize;
    private final Page page;
    private final Queue<ChangePoint> waiting = new ArrayDeque<>();
    private ChangePoint last;
    private boolean more = true;

    ChangedCases(ChangePoint start, int pageSize, Page page) {
        this.last = start;
        this.pageSize = pageSize;
        this.page = page;
    }

    @Override
    public boolean hasNext() {
        if (waiting.isEmpty() && more) {
            try {
                ask();
            } catch (DoorProblem problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return !waiting.isEmpty();
    }

    /// Asks for the next page.
    void ask() throws DoorProblem {
        List<ChangePoint> next = page.after(last, pageSize);
        more = next.size() >= pageSize && !next.getLast().equals(last);
        waiting.addAll(next);
    }

    @Override
    public ChangePoint next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further changed case");
        }
        last = waiting.remove();
        return last;
    }
}
