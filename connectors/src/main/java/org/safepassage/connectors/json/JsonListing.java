package org.safepassage.connectors.json;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.http.HttpLine;

/// Every record of a listing, each once, page by page. Where pages are counted, a record that the partner adds or
/// takes away meanwhile shifts the others, so that some are given twice and some never: the listing is walked again
/// until a walk shows nothing new. Knows the records it gave by eight bytes of their digest.
final class JsonListing implements Iterator<JsonListing.Listed> {
    private static final int MOST_LOOKS = 5;
    private static final int MOST_KNOWN = 2_000_000;

    /// @param entry as it stands in the listing
    /// @param page where it was found
    record Listed(JsonRecord entry, URI page) {}

    private final HttpLine line;
    private final JsonShape shape;
    private final Optional<Instant> since;
    private final Set<Long> known = new HashSet<>();
    private final Queue<Listed> waiting = new ArrayDeque<>();
    private @Nullable PageWalk walk;
    private @Nullable Instant newest;
    private @Nullable Instant date;
    private int looks = 1;
    private int pages;
    private boolean sawNew;
    private boolean steady;

    JsonListing(HttpLine line, JsonShape shape, Optional<Instant> since) throws DoorProblem {
        this.line = line;
        this.shape = shape;
        this.since = since;
        this.walk = new PageWalk(line, shape.listing(), since);
    }

    /// The newest change that was seen, once everything was: no later than the partner's own clock when the
    /// listing began, so that one record dated ahead does not hide what comes after it. Empty when the listing
    /// never came to rest or tells no times.
    Optional<Instant> newest() {
        Instant change = newest;
        Instant began = date;
        if (change == null || !steady) {
            return Optional.empty();
        }
        return Optional.of(began != null && change.isAfter(began) ? began : change);
    }

    @Override
    public boolean hasNext() {
        try {
            while (waiting.isEmpty() && walk != null) {
                look();
            }
        } catch (DoorProblem problem) {
            throw new UncheckedIOException(problem);
        }
        return !waiting.isEmpty();
    }

    /// Asks for the next page.
    void look() throws DoorProblem {
        PageWalk walking = walk;
        if (walking == null) {
            return;
        }
        Optional<PageWalk.Page> page = walking.next();
        if (page.isPresent()) {
            take(page.get());
        } else {
            endOfWalk();
        }
    }

    private void take(PageWalk.Page page) throws DoorProblem {
        if (date == null) {
            date = page.date().orElse(null);
        }
        pages += page.records().isEmpty() ? 0 : 1;
        for (byte[] bytes : page.records()) {
            JsonRecord entry = JsonRecord.of(bytes, shape.places());
            boolean remembering = known.size() < MOST_KNOWN;
            if (remembering
                    ? known.add(Long.parseUnsignedLong(entry.fingerprint().substring(0, 16), 16))
                    : looks == 1) {
                sawNew = true;
                waiting.add(new Listed(entry, page.address()));
                Instant before = newest;
                if (entry.changed().isPresent()
                        && (before == null || entry.changed().get().isAfter(before))) {
                    newest = entry.changed().get();
                }
            }
        }
    }

    private void endOfWalk() throws DoorProblem {
        boolean shifting = shape.listing().paging().shifts() && pages > 1;
        steady = !shifting || !sawNew;
        boolean again = !steady && looks < MOST_LOOKS && known.size() < MOST_KNOWN;
        walk = again ? new PageWalk(line, shape.listing(), since) : null;
        looks++;
        pages = 0;
        sawNew = false;
    }

    @Override
    public Listed next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further record");
        }
        return waiting.remove();
    }
}
