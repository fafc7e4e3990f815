package org.safepassage.extract.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Places in JSON as RFC 6901 writes them.
final class Pointers {
    private static final int LONGEST_NAME = 64;

    private Pointers() {}

    static String escape(String key) {
        return shown(key).replace("~", "~0").replace("/", "~1");
    }

    /// A field's name as far as it can be shown: a name that is no plain word may be case data.
    static String shown(String key) {
        return key.matches("[A-Za-z_$@][A-Za-z0-9_.:$@-]{0," + (LONGEST_NAME - 1) + "}") ? key : "(a name not shown)";
    }

    /// Where in the record a value of the case file came from: the only place that holds the same text or number, or
    /// nothing when there is none or more than one.
    static String origin(JsonNode record, JsonNode value) {
        if (!value.isValueNode()
                || value.isNull()
                || value.isBoolean()
                || value.asText().isEmpty()) {
            return "";
        }
        List<String> found = new ArrayList<>();
        collect(record, value.asText(), "", found);
        return found.size() == 1 ? found.getFirst() : "";
    }

    private static void collect(JsonNode node, String text, String place, List<String> found) {
        if (node.isValueNode() && !node.isNull() && node.asText().equals(text)) {
            found.add(place);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), text, place + "/" + i, found);
            }
        }
        for (var field : node.properties()) {
            collect(field.getValue(), text, place + "/" + escape(field.getKey()), found);
        }
    }
}
