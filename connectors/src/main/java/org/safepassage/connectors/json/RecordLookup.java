package org.safepassage.connectors.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpLine;

/// Finds a record again: at an address of its own, or else on the page where it was listed, or else by
/// walking.
///
/// @param line to the partner
/// @param shape of the partner's interface
record RecordLookup(HttpLine line, JsonShape shape) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_RECORD = 64 << 20;

    /// Where a listed record is found again, to be written down.
    String place(JsonListing.Listed listed) {
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
                .map(detail -> detail.address().address(listed.values(), listed.node()))
                .orElse("");
    }

    /// The whole record of a listed one.
    ///
    /// @throws DoorProblem of kind GONE when the partner has it no more
    JsonRecord whole(JsonRecord listed) throws DoorProblem {
        return shape.detail().isPresent() ? detail(detailAddress(listed)) : listed;
    }

    private JsonRecord detail(String address) throws DoorProblem {
        try (HttpAnswer answer = line.send(Ask.get(line.resolve(address)).header("Accept", "application/json"), 200)) {
            byte[] bytes = answer.bytes(LARGEST_RECORD);
            JsonPointer records = shape.detail().map(JsonShape.Detail::records).orElse(JsonPointer.empty());
            if (records.matches()) return JsonRecord.of(bytes, shape.places());
            List<byte[]> found = RecordSlices.of(bytes, records);
            if (found.isEmpty()) throw new DoorProblem(Kind.GONE, "a record is not there any more");
            return JsonRecord.of(found.getFirst(), shape.places());
        }
    }

    /// The record as it is now.
    ///
    /// @param written as [#place] wrote it
    /// @throws DoorProblem of kind GONE when the partner has it no more
    JsonRecord look(String written) throws DoorProblem {
        Map<String, String> place;
        try {
            place = JSON.readValue(written, new TypeReference<Map<String, String>>() {});
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
}
