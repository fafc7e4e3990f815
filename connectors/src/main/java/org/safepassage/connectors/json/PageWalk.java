package org.safepassage.connectors.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.plumbing.RecordPointers;

/// Walks once through the pages of a listing, one request a page. A listing that leads in a circle or does not react to
/// its page parameter ends as a problem, never as an endless walk.
final class PageWalk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PAGES = 200_000;

    /// @param address where it was asked for
    /// @param records as the partner wrote them
    /// @param date the partner's clock
    record Page(URI address, List<byte[]> records, Optional<Instant> date) {}

    private final HttpLine line;
    private final JsonShape.Listing listing;
    private final URI first;
    private final Set<URI> asked = new HashSet<>();
    private @Nullable URI next;
    private byte[] before = new byte[0];
    private long position;

    PageWalk(HttpLine line, JsonShape.Listing listing, Optional<Instant> since) throws DoorProblem {
        this.line = line;
        this.listing = listing;
        URI start = line.resolve(listing.path());
        var known = listing.since();
        if (known.isPresent() && since.isPresent()) {
            start = with(start, known.get().parameter(), known.get().written(since.get()));
        }
        if (!listing.sizeParameter().isEmpty()) {
            start = with(start, listing.sizeParameter(), Integer.toString(listing.pageSize()));
        }
        this.first = start;
        this.position = listing.paging() == JsonShape.Paging.PAGE ? listing.firstPage() : 0;
        this.next = listing.paging().shifts() ? with(first, listing.pageParameter(), Long.toString(position)) : first;
    }

    /// The next page; empty when there is none.
    Optional<Page> next() throws DoorProblem {
        URI address = next;
        if (address == null) {
            return Optional.empty();
        }
        if (!asked.add(address) || asked.size() > MOST_PAGES) {
            throw new DoorProblem(Kind.PEER_FAULT, "the partner's listing leads in a circle");
        }
        // Some answer 404 for a page after the last.
        boolean mayEnd = listing.paging() == JsonShape.Paging.PAGE && asked.size() > 1;
        int[] good = mayEnd ? new int[] {200, 404} : new int[] {200};
        try (HttpAnswer answer = line.send(Ask.get(address).header("Accept", "application/json"), good)) {
            if (answer.status() == 404) {
                next = null;
                return Optional.empty();
            }
            byte[] bytes = answer.bytes(listing.mostBytes());
            List<byte[]> records = RecordSlices.of(bytes, listing.records());
            next = following(answer, bytes, records.size());
            return Optional.of(new Page(address, records, answer.date()));
        } catch (DoorProblem problem) {
            throw problem.kind() == Kind.GONE
                    ? new DoorProblem(Kind.NOT_FOUND, "there is no listing where listPath leads (status 404)")
                    : problem;
        }
    }

    private @Nullable URI following(HttpAnswer answer, byte[] bytes, int count) throws DoorProblem {
        return switch (listing.paging()) {
            case NONE -> null;
            case PAGE, OFFSET -> {
                if (count == 0) {
                    yield null;
                }
                if (Arrays.equals(before, bytes)) {
                    throw new DoorProblem(
                            Kind.CONFIGURATION,
                            "the partner's listing gives the same page whatever pageParameter says");
                }
                before = bytes;
                position += listing.paging() == JsonShape.Paging.PAGE ? 1 : count;
                yield with(first, listing.pageParameter(), Long.toString(position));
            }
            case CURSOR -> {
                String cursor = pointed(bytes);
                yield cursor.isEmpty() ? null : with(first, listing.pageParameter(), cursor);
            }
            case LINK -> {
                String link = listing.nextPointer().isEmpty() ? LinkHeader.next(answer.links()) : pointed(bytes);
                yield link.isEmpty() ? null : resolved(answer.address(), link);
            }
        };
    }

    private static URI resolved(URI page, String link) throws DoorProblem {
        try {
            return page.resolve(link);
        } catch (IllegalArgumentException wrong) {
            throw new DoorProblem(Kind.PEER_FAULT, "the partner's listing names a next page that is no address");
        }
    }

    private String pointed(byte[] bytes) throws DoorProblem {
        try {
            return RecordPointers.nodes(JSON.readTree(bytes), listing.nextPointer()).stream()
                    .filter(value -> value.isValueNode() && !value.isNull())
                    .map(JsonNode::asText)
                    .findFirst()
                    .orElse("");
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.PEER_FAULT, "the partner's listing is no complete JSON", unreadable);
        }
    }

    private static URI with(URI address, String parameter, String value) {
        String query = parameter + "=" + Template.encoded(value);
        String text = address.toString();
        return URI.create(text + (address.getRawQuery() == null ? "?" : "&") + query);
    }
}
