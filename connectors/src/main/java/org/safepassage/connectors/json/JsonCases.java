package org.safepassage.connectors.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpSteps;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.LastMovesCursor;

/// Case files from a partner's system that lists records as JSON over HTTP.
///
/// A case is known again by the content of its record, so a record that comes again in the overlap arrives once. The
/// cursor is the newest change time that the partner's records tell and moves only when a listing was read to its end:
/// whatever order the partner lists in, nothing is left out.
final class JsonCases implements PartnerDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_RECORD = 64 << 20;

    private final HttpLine line;
    private final JsonShape shape;
    private final JsonFiles files;

    JsonCases(HttpLine line, JsonShape shape) {
        this.line = line;
        this.shape = shape;
        this.files = new JsonFiles(line, shape.attachments());
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        var listing = new JsonListing(line, shape, since(cursor));
        listing.look();
        var arrivals = stream(listing).flatMap(listed -> arrival(listed, cursor).stream());
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
            JsonRecord whole = shape.detail().isPresent() ? detail(detailAddress(listed.entry())) : listed.entry();
            String key = ItemPaths.shown(listed.entry().caseNumber());
            return Optional.of(new Arrival(key, place(listed), whole.fingerprint(), cursor, files.items(whole)));
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.GONE) {
                return Optional.empty(); // deleted since it was listed
            }
            throw new UncheckedIOException(problem);
        }
    }

    private String place(JsonListing.Listed listed) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "id", listed.entry().id(),
                    "page", listed.page().toString(),
                    "detail", shape.detail().isPresent() ? detailAddress(listed.entry()) : ""));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings are JSON", impossible);
        }
    }

    private String detailAddress(JsonRecord listed) {
        return shape.detail()
                .map(template -> template.address(listed.values(), listed.node()))
                .orElse("");
    }

    private JsonRecord detail(String address) throws DoorProblem {
        try (HttpAnswer answer = line.send(Ask.get(line.resolve(address)).header("Accept", "application/json"), 200)) {
            return JsonRecord.of(answer.bytes(LARGEST_RECORD), shape.places());
        }
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        files.read(unchanged(arrival), reader);
        unchanged(arrival);
    }

    private JsonRecord unchanged(Arrival arrival) throws DoorProblem {
        JsonRecord now = look(arrival);
        if (!now.fingerprint().equals(arrival.fingerprint())) {
            throw new DoorProblem(Kind.CHANGED, "a record changed since it was listed");
        }
        return now;
    }

    private JsonRecord look(Arrival arrival) throws DoorProblem {
        Map<String, String> place;
        try {
            place = JSON.readValue(arrival.place(), new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException unreadable) {
            throw new DoorProblem(Kind.CONFIGURATION, "the arrival is none of this door's; pull this partner again");
        }
        String detail = place.getOrDefault("detail", "");
        if (!detail.isEmpty()) {
            return detail(detail);
        }
        String id = place.getOrDefault("id", "");
        Optional<JsonRecord> there = onPage(line.resolve(place.getOrDefault("page", "")), id);
        return there.isPresent() ? there.get() : anywhere(id);
    }

    private Optional<JsonRecord> onPage(URI page, String id) throws DoorProblem {
        try (HttpAnswer answer = line.send(Ask.get(page).header("Accept", "application/json"), 200, 404)) {
            if (answer.status() == 404) {
                return Optional.empty();
            }
            byte[] bytes = answer.bytes(shape.listing().mostBytes());
            for (byte[] slice : RecordSlices.of(bytes, shape.listing().records())) {
                JsonRecord found = JsonRecord.of(slice, shape.places());
                if (found.id().equals(id)) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        }
    }

    /// The records shifted since: without an address of its own a record is only found by walking.
    private JsonRecord anywhere(String id) throws DoorProblem {
        try {
            var listing = new JsonListing(line, shape, Optional.empty());
            while (listing.hasNext()) {
                JsonRecord found = listing.next().entry();
                if (found.id().equals(id)) {
                    return found;
                }
            }
        } catch (UncheckedIOException wrapped) {
            if (wrapped.getCause() instanceof DoorProblem problem) {
                throw problem;
            }
            throw wrapped;
        }
        throw new DoorProblem(Kind.GONE, "a record is not listed any more");
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
        if (first.caseNumber().startsWith("record-")) {
            throw new DoorProblem(Kind.CONFIGURATION, "the first record has nothing where caseNumberPointer points");
        }
        if (!shape.places().changed().isEmpty() && first.changed().isEmpty()) {
            throw new DoorProblem(
                    Kind.CONFIGURATION, "the first record has no time as changeTime says where changedPointer points");
        }
        if (shape.detail().isPresent()) {
            detail(detailAddress(first));
        }
        return page.get().records().size() + " record(s) on the first page; one was read";
    }

    @Override
    public void close() {
        line.close();
    }
}
