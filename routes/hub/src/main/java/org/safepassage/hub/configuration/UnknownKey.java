package org.safepassage.hub.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safepassage.connectors.Spelling;

/// A key that no schema knows, told with its own line and the key that was meant.
final class UnknownKey {
    private UnknownKey() {}

    /// @param place JSON pointer to what holds the key
    /// @param schema of the whole file
    static ConfigProblem problem(Path folder, String file, String place, String key, JsonNode schema) {
        String pointer = place + "/" + KeyLines.escaped(key);
        String shown = key.matches("[\\p{L}\\p{N}_.-]{1,60}") ? key : "(unprintable)";
        return new ConfigProblem(
                file,
                KeyLines.of(folder.resolve(file)).of(pointer),
                shown.equals(key) ? pointer : place,
                "unknown key '" + shown + "'" + Spelling.suggestion(key, known(schema, place))
                        + "; config/REFERENCE.md lists the keys");
    }

    private static List<String> known(JsonNode schema, String place) {
        JsonNode at = schema;
        for (String step : place.split("/")) {
            if (!step.isEmpty()) at = at.path("properties").path(step);
        }
        var names = new ArrayList<String>();
        at.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
