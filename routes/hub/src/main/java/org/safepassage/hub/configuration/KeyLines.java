package org.safepassage.hub.configuration;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// On which line of a YAML file each key stands, by JSON pointer; read only when there is a problem to tell. Immutable.
final class KeyLines {
    private final Map<String, Integer> lines;

    private KeyLines(Map<String, Integer> lines) {
        this.lines = Map.copyOf(lines);
    }

    /// The lines of a file; none when it cannot be read.
    static KeyLines of(Path file) {
        var lines = new HashMap<String, Integer>();
        try (var reader = Files.newBufferedReader(file);
                var parser = new YAMLFactory().createParser(reader)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    lines.putIfAbsent(
                            parser.getParsingContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            // What was read before is right all the same.
        }
        return new KeyLines(lines);
    }

    /// The line of a key, or of the nearest one around it; 0 when there is none.
    int of(String pointer) {
        for (String place = pointer; !place.isEmpty(); place = place.substring(0, place.lastIndexOf('/'))) {
            Integer line = lines.get(place);
            if (line != null) return line;
        }
        return 0;
    }

    /// A key as part of a JSON pointer.
    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
