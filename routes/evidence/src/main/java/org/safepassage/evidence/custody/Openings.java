package org.safepassage.evidence.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safepassage.schemas.CustodyEntry;

/// All openings of one leaf, as they are kept beside it.
record Openings(Opening subject, SortedMap<String, Opening> facts) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    Openings {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    static Openings fresh(CustodyEntry entry, SecureRandom random) {
        SortedMap<String, Opening> facts = new TreeMap<>();
        entry.facts().forEach((name, value) -> facts.put(name, Opening.fresh(value, random)));
        return new Openings(Opening.fresh(entry.subject(), random), facts);
    }

    SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        facts.forEach((name, opening) -> values.put(name, opening.value()));
        return values;
    }

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openings are plain text", e);
        }
    }

    static Openings parse(byte[] json) {
        try {
            return JSON.readValue(json, Openings.class);
        } catch (IOException e) {
            // The cause quotes what it read, which may be a digest.
            throw new IllegalStateException("the openings of a leaf cannot be read");
        }
    }
}
