package org.safepassage.connectors.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpSteps;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.LastMovesCursor;

/// Case files from a partner's system that lists records as JSON over HTTP.
///
/// A case is known again by the content of its record, so a record that comes again in the overlap arrives
/// once. The cursor is the newest change time that the partner's records tell and moves only when a listing
/// was read to its end: whatever order the partner lists in, nothing is left out.
public final class JsonCases implements PartnerDoor {
    private final HttpLine line;
    private final JsonShape shape;
    private final JsonFiles files;
    private final RecordLookup lookup;
    private final Predicate<JsonNode> wanted;

    /// @param line to the partner; closed with the door
    /// @param shape of the partner's interface
    public JsonCases(HttpLine line, JsonShape shape) {
        this(line, shape, listed -> true);
    }

    /// @param wanted tells by what the listing holds of a record whether it is a case
    public JsonCases(HttpLine line, JsonShape shape, Predicate<JsonNode> wanted) {
        this.line = line;
        this.shape = shape;
        this.files = new JsonFiles(line, shape.attachments());
        this.lookup = new RecordLookup(line, shape);
        this.wanted = wanted;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        var listing = new JsonListing(line, shape, since(cursor));
        listing.look();
        var arrivals = stream(listing)
                .filter(listed -> wanted.test(listed.entry().node()))
                .flatMap(listed -> arrival(listed, cursor).stream());
        return stream(new LastMovesCursor(arrivals.iterator(), () -> moved(listing, cursor)));
    }

    private static <T> Stream<T> stream(Iterator<T> each) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(each, Spliterator.ORDERED), false);
    }

    private static String moved(JsonListing listing, String cursor) {
        return listing.newest()
                .filter(newest -> cursor.isEmpty() || newest.isAfter(Instant.parse(cursor)))
                .map(Instant::toString)
                .orElse(cursor);
    }

    private static Optional<Instant> since(String cursor) throws DoorProblem {
        try {
            return cursor.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cursor));
        } catch (DateTimeException unreadable) {
            throw new DoorProblem(
                    Kind.CONFIGURATION, "the cursor is none of this door's; pull this partner again from the start");
        }
    }

    private Optional<Arrival> arrival(JsonListing.Listed listed, String cursor) {
        try {
            JsonRecord whole = lookup.whole(listed.entry());
            String key =
                    ItemPaths.shown(listed.entry().numbered() ? listed.entry().caseNumber() : whole.caseNumber());
            return Optional.of(new Arrival(key, lookup.place(listed), whole.fingerprint(), cursor, files.items(whole)));
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.GONE) {
                return Optional.empty(); // deleted since it was listed
            }
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        files.read(unchanged(arrival), reader);
        unchanged(arrival);
    }

    private JsonRecord unchanged(Arrival arrival) throws DoorProblem {
        JsonRecord now = lookup.look(arrival.place());
        if (!now.fingerprint().equals(arrival.fingerprint())) {
            throw new DoorProblem(Kind.CHANGED, "a record changed since it was listed");
        }
        return now;
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        if (shape.acknowledgement().isEmpty()) {
            return;
        }
        JsonShape.Acknowledgement how = shape.acknowledgement().get();
        try {
            JsonRecord current = unchanged(arrival);
            Ask ask = Ask.of(how.method(), line.resolve(how.address().address(current.values(), current.node())));
            String body = how.body().json(current.values(), current.node());
            line.status(body.isEmpty() ? ask : ask.text("application/json", body), 200, 201, 202, 204);
        } catch (DoorProblem problem) {
            if (problem.kind() != Kind.CHANGED && problem.kind() != Kind.GONE) {
                throw problem;
            }
        }
    }

    @Override
    public DoorReport test() {
        return HttpSteps.upToTls(line)
                .then("authenticate", () -> {
                    line.logIn();
                    try {
                        new JsonListing(line, shape, Optional.empty()).look();
                    } catch (DoorProblem problem) {
                        if (problem.kind() == Kind.LOGIN_REFUSED) {
                            throw problem;
                        }
                    }
                    return line.tls() ? "logged in over TLS" : "logged in, not encrypted: loopback only";
                })
                .then("list", this::tryListing)
                .report();
    }

    private String tryListing() throws DoorProblem {
        var walk = new PageWalk(line, shape.listing(), Optional.empty());
        var page = walk.next();
        if (page.isEmpty() || page.get().records().isEmpty()) {
            return "the listing is empty";
        }
        JsonRecord first = JsonRecord.of(page.get().records().getFirst(), shape.places());
        if (!lookup.whole(first).numbered()) {
            throw new DoorProblem(Kind.CONFIGURATION, "the first record has nothing where caseNumberPointer points");
        }
        if (!shape.places().changed().isEmpty() && first.changed().isEmpty()) {
            throw new DoorProblem(
                    Kind.CONFIGURATION, "the first record has no time as changeTime says where changedPointer points");
        }
        lookup.whole(first);
        return page.get().records().size() + " record(s) on the first page; one was read";
    }

    @Override
    public void close() {
        line.close();
    }
}
