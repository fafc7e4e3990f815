package org.safepassage.connectors.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.RecordPointers;
import org.safepassage.schemas.Content;

/// A partner's record at one moment. Prints nothing of itself.
///
/// @param written as the partner wrote it
/// @param node the same, read
/// @param fingerprint of its content, whatever the order of fields, without what is configured as passing
/// @param caseNumber the partner's, or a digest when the record tells none
/// @param id what the partner's addresses call it, or the same
/// @param changed when it changed, by the partner's clock
record JsonRecord(
        Content written, JsonNode node, String fingerprint, String caseNumber, String id, Optional<Instant> changed) {
    private static final String UNNUMBERED = "record-";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /// @throws DoorProblem of kind PEER_FAULT when it is no JSON object
    static JsonRecord of(byte[] bytes, JsonShape.Places places) throws DoorProblem {
        JsonNode node;
        String canonical;
        try {
            node = JSON.readTree(bytes);
            canonical = canonical(node, places.passing());
        } catch (IOException unreadable) {
            throw new DoorProblem(Kind.PEER_FAULT, "the partner's record is no JSON", unreadable);
        }
        if (!node.isObject()) {
            throw new DoorProblem(Kind.PEER_FAULT, "the partner's record is no JSON object");
        }
        String fingerprint = Fingerprint.of(List.of(canonical));
        String number = text(node, places.caseNumber()).orElse(UNNUMBERED + fingerprint.substring(0, 32));
        return new JsonRecord(
                Content.of(bytes),
                node,
                fingerprint,
                number,
                text(node, places.id()).orElse(number),
                Arrays.stream(places.changed().split(" "))
                        .flatMap(pointer -> text(node, pointer).flatMap(places.time()::read).stream())
                        .max(Comparator.naturalOrder()));
    }

    private static String canonical(JsonNode node, List<String> passing) throws JsonProcessingException {
        JsonNode kept = passing.isEmpty() ? node : node.deepCopy();
        for (String pointer : passing) {
            int last = pointer.lastIndexOf('/');
            String field = pointer.substring(last + 1).replace("~1", "/").replace("~0", "~");
            for (JsonNode parent : RecordPointers.nodes(kept, pointer.substring(0, last))) {
                if (parent instanceof ObjectNode object) {
                    object.remove(field);
                }
            }
        }
        return JSON.writeValueAsString(JSON.treeToValue(kept, Object.class));
    }

    private static Optional<String> text(JsonNode node, String pointer) {
        return pointer.isEmpty()
                ? Optional.empty()
                : RecordPointers.nodes(node, pointer).stream()
                        .filter(value -> value.isValueNode() && !value.isNull())
                        .map(JsonNode::asText)
                        .filter(text -> !text.isBlank())
                        .findFirst();
    }

    /// Whether the record itself tells its case number.
    boolean numbered() {
        return !caseNumber.startsWith(UNNUMBERED);
    }

    /// What templates may name.
    Map<String, String> values() {
        return Map.of("id", id, "case", caseNumber);
    }

    @Override
    public String toString() {
        return "JsonRecord[" + fingerprint.substring(0, 12) + "]";
    }
}
