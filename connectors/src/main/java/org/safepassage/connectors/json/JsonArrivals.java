package org.safepassage.connectors.json;

import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.Arrival;

/// The arrivals of a listing. All carry the cursor that the listing began with but the last, which carries the new one:
/// only when everything was seen is it known that nothing older follows.
final class JsonArrivals implements Iterator<Arrival> {
    /// Makes the arrival of a record; empty when it is gone by now.
    interface Maker {
        Optional<Arrival> of(JsonListing.Listed listed, String cursor);
    }

    private final JsonListing listing;
    private final String cursor;
    private final Maker maker;
    private @Nullable Arrival ahead;

    JsonArrivals(JsonListing listing, String cursor, Maker maker) {
        this.listing = listing;
        this.cursor = cursor;
        this.maker = maker;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = following();
        }
        return ahead != null;
    }

    private @Nullable Arrival following() {
        while (listing.hasNext()) {
            Optional<Arrival> made = maker.of(listing.next(), cursor);
            if (made.isPresent()) {
                return made.get();
            }
        }
        return null;
    }

    @Override
    public Arrival next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further record");
        }
        Arrival given = Objects.requireNonNull(ahead);
        ahead = following();
        return ahead == null ? last(given) : given;
    }

    private Arrival last(Arrival arrival) {
        String moved = listing.newest()
                .filter(newest -> cursor.isEmpty() || newest.isAfter(Instant.parse(cursor)))
                .map(Instant::toString)
                .orElse(cursor);
        return new Arrival(arrival.key(), arrival.place(), arrival.fingerprint(), moved, arrival.items());
    }
}
