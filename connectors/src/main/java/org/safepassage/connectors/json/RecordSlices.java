package org.safepassage.connectors.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Cuts the records out of a page byte by byte as the partner wrote them: a record is evidence, and reading and writing
/// it again would change its spaces, numbers and order.
final class RecordSlices {
    private static final JsonFactory JSON = new JsonFactory();

    private RecordSlices() {}

    /// The objects of the array at the pointer; none when nothing or `null` is there.
    ///
    /// @throws DoorProblem of kind PEER_FAULT when the page is no UTF-8 JSON or has no array there
    static List<byte[]> of(byte[] page, JsonPointer pointer) throws DoorProblem {
        try (JsonParser parser = JSON.createParser(page)) {
            if (parser.nextToken() == null) {
                throw new DoorProblem(Kind.PEER_FAULT, "the partner's listing is empty");
            }
            for (JsonPointer at = pointer; !at.matches(); at = at.tail()) {
                if (!enter(parser, at)) {
                    return List.of();
                }
            }
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                return List.of();
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new DoorProblem(Kind.CONFIGURATION, "there is no list of records where recordsPointer points");
            }
            return slices(page, parser);
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.PEER_FAULT, "the partner's listing is no complete JSON", unreadable);
        }
    }

    private static boolean enter(JsonParser parser, JsonPointer at) throws IOException {
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        if (!object && parser.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        int index = 0;
        while (true) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                return false;
            }
            boolean found =
                    object ? at.getMatchingProperty().equals(parser.currentName()) : at.getMatchingIndex() == index++;
            if (object) {
                parser.nextToken();
            }
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
    }

    private static List<byte[]> slices(byte[] page, JsonParser parser) throws IOException {
        var slices = new ArrayList<byte[]>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new DoorProblem(Kind.PEER_FAULT, "the partner's listing has something that is no record");
            }
            long from = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            long to = parser.currentLocation().getByteOffset();
            if (from < 0 || to < from) {
                throw new DoorProblem(Kind.PEER_FAULT, "the partner's listing is not written in UTF-8");
            }
            slices.add(Arrays.copyOfRange(page, (int) from, (int) to));
        }
        return slices;
    }
}
