package org.safepassage.connectors.plumbing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.Arrival;

/// Arrivals of a listing in whatever order: all carry the cursor they have, which leads to the begin of this listing
/// again, but the last, which carries the new one. Only when everything was seen is it known that nothing is left out.
///
/// For one thread.
public final class LastMovesCursor implements Iterator<Arrival> {
    private final Iterator<Arrival> arrivals;
    private final Supplier<String> moved;
    private @Nullable Arrival ahead;

    /// @param moved the new cursor, asked for when the listing has come to its end
    public LastMovesCursor(Iterator<Arrival> arrivals, Supplier<String> moved) {
        this.arrivals = arrivals;
        this.moved = moved;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && arrivals.hasNext()) {
            ahead = arrivals.next();
        }
        return ahead != null;
    }

    @Override
    public Arrival next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further arrival");
        }
        Arrival given = Objects.requireNonNull(ahead);
        ahead = arrivals.hasNext() ? arrivals.next() : null;
        return ahead != null
                ? given
                : new Arrival(given.key(), given.place(), given.fingerprint(), moved.get(), given.items());
    }
}
