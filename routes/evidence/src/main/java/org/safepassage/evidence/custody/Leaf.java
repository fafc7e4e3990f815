package org.safepassage.evidence.custody;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.safepassage.schemas.CustodyEntry;

/// What the log hashes: who did which step and when, in the open, and salted commitments to all else.
/// Its bytes are [CanonicalJson] of `{"actor":…,"at":…,"facts":{name:commitment},"step":…,"subject":commitment,"v":1}`
/// with `at` as ISO 8601 in UTC, written by [Instant#toString].
///
/// @param facts names and commitments
/// @param subject commitment to the subject under the name `subject`
record Leaf(String step, Instant at, String actor, String subject, SortedMap<String, String> facts) {
    static final String SUBJECT = "subject";
    private static final int VERSION = 1;
    private static final Pattern COMMITMENT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Leaf {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    static Leaf of(CustodyEntry entry, Openings openings) {
        SortedMap<String, String> facts = new TreeMap<>();
        openings.facts().forEach((name, opening) -> facts.put(name, opening.commitment(name)));
        return new Leaf(
                entry.step(), entry.at(), entry.actor(), openings.subject().commitment(SUBJECT), facts);
    }

    byte[] bytes() {
        return CanonicalJson.bytes(Map.of(
                "v", VERSION, "step", step, "at", at.toString(), "actor", actor, SUBJECT, subject, "facts", facts));
    }

    Hash hash() {
        return Hash.ofLeaf(bytes());
    }

    /// Reads exactly what [#bytes] writes: a second spelling of one leaf would be a second leaf.
    ///
    /// @throws IllegalArgumentException when the bytes are anything else
    static Leaf parse(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            SortedMap<String, String> facts = new TreeMap<>();
            for (Map.Entry<String, JsonNode> fact : json.path("facts").properties()) {
                facts.put(fact.getKey(), commitment(fact.getValue()));
            }
            Leaf leaf = new Leaf(
                    json.path("step").asText(),
                    Instant.parse(json.path("at").asText()),
                    json.path("actor").asText(),
                    commitment(json.path(SUBJECT)),
                    facts);
            if (!Arrays.equals(leaf.bytes(), bytes)) {
                throw new IllegalArgumentException("a leaf is not in its canonical form");
            }
            return leaf;
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException("not a leaf of this log");
        }
    }

    private static String commitment(JsonNode text) {
        if (!COMMITMENT.matcher(text.asText()).matches()) {
            throw new IllegalArgumentException("a leaf holds something that is no commitment");
        }
        return text.asText();
    }
}
