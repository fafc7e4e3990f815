package org.safepassage.connectors.plumbing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;

/// Gives the entries of a listing of any length in order with bounded memory: lists, keeps the first so many after
/// the last one given, and lists again when those are used up. A listing of n entries is read n / batch + 1 times.
///
/// @param <T> an entry of the listing
public final class OldestFirst<T> implements Iterator<T> {
    /// How many entries are kept at once.
    public static final int BATCH = 20_000;

    private static final int TRIES = 3;

    /// Reads the whole listing, entry by entry, in any order.
    public interface Listing<T> {
        void forEach(Consumer<T> entries) throws IOException;
    }

    private final Listing<T> listing;
    private final Comparator<T> order;
    private final int batch;
    private final Queue<T> waiting = new ArrayDeque<>();
    private @Nullable T last;
    private boolean more = true;

    /// @param order total: two entries never compare equal
    public OldestFirst(Listing<T> listing, Comparator<T> order, int batch) {
        this.listing = listing;
        this.order = order;
        this.batch = batch;
    }

    @Override
    public boolean hasNext() {
        if (waiting.isEmpty() && more) {
            fill();
        }
        return !waiting.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the listing is used up");
        }
        T next = waiting.remove();
        last = next;
        return next;
    }

    private void fill() {
        for (int attempt = 1; ; attempt++) {
            try {
                keepNext();
                return;
            } catch (IOException failed) {
                boolean passing = !(failed instanceof DoorProblem problem)
                        || problem.kind() == DoorProblem.Kind.CUT
                        || problem.kind() == DoorProblem.Kind.TIMED_OUT;
                if (attempt >= TRIES || !passing) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
    }

    private void keepNext() throws IOException {
        var kept = new PriorityQueue<T>(order.reversed());
        var left = new AtomicBoolean();
        T after = last;
        listing.forEach(entry -> {
            if (after != null && order.compare(entry, after) <= 0) {
                return;
            }
            kept.add(entry);
            if (kept.size() > batch) {
                kept.remove();
                left.set(true);
            }
        });
        more = left.get();
        kept.stream().sorted(order).forEach(waiting::add);
    }
}
