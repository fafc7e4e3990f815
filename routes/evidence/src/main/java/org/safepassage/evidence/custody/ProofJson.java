package org.safepassage.evidence.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The JSON of a [CustodyProof], version 1:
///
/// `{"format":"safe-passage-custody-proof","v":1,"checkpoint":text,"entries":[{"index":n,"leaf":text,"path":[base64…],
/// "subject"?:{"salt":…,"value":…},"facts":{name:{"salt":…,"value":…}}}],"extends"?:{"size":n,"path":[base64…]}}`
final class ProofJson {
    private static final String FORMAT = "safe-passage-custody-proof";
    private static final int VERSION = 1;
    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_PATH = 2 * Long.SIZE;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(8)
                        .maxNumberLength(20)
                        .maxStringLength(1 << 20)
                        .maxDocumentLength(MAX_BYTES)
                        .build());
    }

    private ProofJson() {}

    static byte[] write(CustodyProof proof) {
        ObjectNode root = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("v", VERSION)
                .put("checkpoint", proof.checkpointText());
        ArrayNode entries = root.putArray("entries");
        for (ProvenEntry entry : proof.entries()) {
            ObjectNode json = entries.addObject().put("index", entry.index()).put("leaf", entry.leaf());
            path(entry.path(), json.putArray("path"));
            entry.subject().ifPresent(opening -> opening(opening, json.putObject("subject")));
            ObjectNode facts = json.putObject("facts");
            entry.facts().forEach((name, opening) -> opening(opening, facts.putObject(name)));
        }
        proof.extension()
                .ifPresent(e -> path(
                        e.path(),
                        root.putObject("extends").put("size", e.size()).putArray("path")));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proof is plain text", e);
        }
    }

    static CustodyProof read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw malformed("it is too long");
        }
        JsonNode root = members(tree(bytes), Set.of("format", "v", "checkpoint", "entries"), Set.of("extends"));
        if (!FORMAT.equals(text(root, "format")) || number(root, "v") != VERSION) {
            throw malformed("it has another format or version");
        }
        JsonNode list = root.path("entries");
        if (!list.isArray() || list.size() > MAX_ENTRIES) {
            throw malformed("its entries are no list, or too many");
        }
        List<ProvenEntry> entries = new ArrayList<>();
        list.forEach(entry -> entries.add(entry(entry)));
        return new CustodyProof(
                Checkpoint.parse(text(root, "checkpoint")),
                entries,
                root.has("extends") ? Optional.of(extension(root.path("extends"))) : Optional.empty());
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            // The cause quotes what it read.
            throw malformed("it is not JSON within bounds");
        }
    }

    private static ProvenEntry entry(JsonNode json) {
        members(json, Set.of("index", "leaf", "path", "facts"), Set.of("subject"));
        SortedMap<String, Opening> facts = new TreeMap<>();
        if (!json.path("facts").isObject()) {
            throw malformed("an entry's facts are no object");
        }
        for (Map.Entry<String, JsonNode> fact : json.path("facts").properties()) {
            facts.put(fact.getKey(), opening(fact.getValue()));
        }
        return new ProvenEntry(
                number(json, "index"),
                text(json, "leaf"),
                path(json.path("path")),
                json.has("subject") ? Optional.of(opening(json.path("subject"))) : Optional.empty(),
                facts);
    }

    private static Extension extension(JsonNode json) {
        members(json, Set.of("size", "path"), Set.of());
        return new Extension(number(json, "size"), path(json.path("path")));
    }

    private static Opening opening(JsonNode json) {
        members(json, Set.of("salt", "value"), Set.of());
        try {
            return new Opening(text(json, "salt"), text(json, "value"));
        } catch (IllegalArgumentException e) {
            throw malformed("a salt is not 16 bytes of base64url");
        }
    }

    private static void opening(Opening opening, ObjectNode json) {
        json.put("salt", opening.salt()).put("value", opening.value());
    }

    private static List<Hash> path(JsonNode json) {
        if (!json.isArray() || json.size() > MAX_PATH) {
            throw malformed("a path is no list, or too long");
        }
        List<Hash> path = new ArrayList<>();
        for (JsonNode hash : json) {
            try {
                path.add(Hash.ofBase64(hash.isTextual() ? hash.textValue() : ""));
            } catch (IllegalArgumentException e) {
                throw malformed("a path holds something that is no hash");
            }
        }
        return path;
    }

    private static void path(List<Hash> path, ArrayNode json) {
        path.forEach(hash -> json.add(hash.toString()));
    }

    private static JsonNode members(JsonNode json, Set<String> needed, Set<String> allowed) {
        Set<String> names = new TreeSet<>();
        json.fieldNames().forEachRemaining(names::add);
        if (!json.isObject() || !names.containsAll(needed)) {
            throw malformed("an object lacks a member");
        }
        names.removeAll(needed);
        if (!allowed.containsAll(names)) {
            throw malformed("an object has a member that this version does not know");
        }
        return json;
    }

    private static String text(JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw malformed("`" + name + "` is no text");
        }
        return json.path(name).textValue();
    }

    private static long number(JsonNode json, String name) {
        JsonNode number = json.path(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
            throw malformed("`" + name + "` is no index or size");
        }
        return number.longValue();
    }

    private static IllegalArgumentException malformed(String why) {
        return new IllegalArgumentException("not a custody proof: " + why);
    }
}
