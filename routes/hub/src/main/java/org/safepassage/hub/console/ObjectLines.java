package org.safepassage.hub.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A parameter that is a map, as an operator writes it: `name: value`, a line each.
final class ObjectLines {
    private ObjectLines() {}

    /// Lines without a colon go on from the line before.
    static Map<String, String> read(String text) {
        var entries = new LinkedHashMap<String, String>();
        String last = "";
        for (String line : text.split("\n", -1)) {
            if (line.isBlank()) continue;
            int colon = line.indexOf(':');
            String key = colon < 0 ? "" : line.substring(0, colon).strip();
            if (key.matches("[A-Za-z0-9_.-]{1,60}")) {
                last = key;
                entries.put(key, line.substring(colon + 1).strip());
            } else {
                entries.merge(last, line.strip(), (before, more) -> before + " " + more);
            }
        }
        return entries;
    }

    static String write(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().replaceAll("\\s*\n\\s*", " "))
                .collect(Collectors.joining("\n"));
    }
}
