package org.safepassage.rehearsal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safepassage.rehearsal.stage.Json;

/// Every way in which bytes can be read as text: character sets, JSON strings, transfer encodings, containers. What a
/// decoding yields is read in every way again, three levels deep. Thread-safe.
final class Readings {
    private static final int DEPTH = 3;
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset KOI8_R = Charset.forName("KOI8-R");
    private static final List<Charset> UTF_16 = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Consumer<Reading> found;

    private Readings(Consumer<Reading> found) {
        this.found = found;
    }

    /// Gives each reading of `bytes` to `found`.
    static void of(byte[] bytes, Consumer<Reading> found) {
        new Readings(found).read("", bytes, DEPTH);
    }

    private void read(String how, byte[] bytes, int depth) {
        var text = strictly(bytes);
        if (text != null) {
            found.accept(new Reading(how + "utf-8", text, false));
            readJson(how, text, depth);
        } else {
            found.accept(new Reading(how + "utf-8", new String(bytes, StandardCharsets.UTF_8), true));
            found.accept(new Reading(how + "windows-1251", new String(bytes, WINDOWS_1251), true));
            found.accept(new Reading(how + "koi8-r", new String(bytes, KOI8_R), true));
        }
        if (text == null || text.indexOf('\0') >= 0) {
            for (var charset : UTF_16) {
                for (int offset = 0; offset < Math.min(2, bytes.length); offset++) {
                    found.accept(new Reading(
                            how + "utf-16", new String(bytes, offset, bytes.length - offset, charset), true));
                }
            }
        }
        if (depth > 0) {
            Encodings.decode(bytes, (encoding, decoded) -> read(how + encoding + "/", decoded, depth - 1));
            Containers.open(bytes, (container, inner) -> read(how + container + "/", inner, depth - 1));
        }
    }

    private void readJson(String how, String text, int depth) {
        var start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[") && !start.startsWith("\"")) {
            return;
        }
        try (var values = Json.MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(start)) {
            while (values.hasNextValue()) {
                readJson(how + "json/", values.nextValue(), depth);
            }
        } catch (IOException notJson) {
            return;
        }
    }

    private void readJson(String how, JsonNode node, int depth) {
        if (node.isTextual()) {
            found.accept(new Reading(how + "string", node.asText(), false));
            if (depth > 0 && node.asText().length() >= 12) {
                Encodings.decode(
                        node.asText().getBytes(StandardCharsets.UTF_8),
                        (encoding, decoded) -> read(how + encoding + "/", decoded, depth - 1));
            }
        }
        node.properties().forEach(field -> {
            found.accept(new Reading(how + "name", field.getKey(), false));
            readJson(how, field.getValue(), depth);
        });
        if (node.isArray()) {
            node.forEach(element -> readJson(how, element, depth));
        }
    }

    private static @Nullable String strictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
