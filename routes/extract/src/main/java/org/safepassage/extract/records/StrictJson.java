package org.safepassage.extract.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// JSON as RFC 8259 has it and no looser: UTF-8, one value, no key twice, bounded depth and size. Thread-safe.
final class StrictJson {
    static final int LARGEST = 16 << 20;
    private static final int DEEPEST = 64;

    /// A parsed value, or why there is none.
    ///
    /// @param value the value, when there is one
    /// @param problem the problem, when there is none
    record Parsed(Optional<JsonNode> value, Optional<Problem> problem) {
        private static Parsed failed(String place, String message) {
            return new Parsed(Optional.empty(), Optional.of(new Problem("", place, message)));
        }
    }

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LARGEST)
                            .maxNumberLength(100)
                            .maxNameLength(1000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Parsed parse(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Parsed.failed("", "The record is larger than 16 MiB; send its long texts as exhibits");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            return Parsed.failed("", "The record is not valid UTF-8; write it in UTF-8");
        }
        try {
            JsonNode value = mapper.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
            if (value == null || !value.isObject()) {
                return Parsed.failed("", "The record is not a JSON object; write one object a record");
            }
            return unpaired(value, "")
                    .map(place -> Parsed.failed(place, "A text holds half a character; write it in plain UTF-8"))
                    .orElseGet(() -> new Parsed(Optional.of(value), Optional.empty()));
        } catch (StreamConstraintsException limit) {
            return Parsed.failed(place(limit), "The record nests deeper than 64 levels or holds an endless number");
        } catch (JsonProcessingException broken) {
            // Jackson's message quotes the text around the place.
            boolean twice = String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate field");
            return Parsed.failed(
                    place(broken),
                    twice
                            ? "A key stands twice in one object; keep one of them"
                            : "The record is not valid JSON; correct it at this place");
        }
    }

    private static String place(JsonProcessingException failed) {
        JsonLocation at = failed.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /// Where a lone surrogate or NUL stands, which no store takes.
    private static Optional<String> unpaired(JsonNode node, String place) {
        if (node.isTextual()) {
            String text = node.textValue();
            boolean whole = text.indexOf('\0') < 0
                    && StandardCharsets.UTF_8.newEncoder().canEncode(text);
            return whole ? Optional.empty() : Optional.of(place);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                Optional<String> found = unpaired(node.get(i), place + "/" + i);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (var field : node.properties()) {
            Optional<String> found = unpaired(field.getValue(), place + "/" + Pointers.escape(field.getKey()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
