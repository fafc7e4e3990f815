package org.safepassage.connectors.plumbing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a door needs to know from a partner's JSON record before anybody maps it: the case number, and the files that
/// belong to the case. Places are JSON pointers (RFC 6901) in which a part `*` stands for every element.
///
/// @param caseNumber where the case number stands; empty for none
/// @param files where file paths stand, such as `/exhibits/*/path`; empty for none
public record RecordPointers(String caseNumber, String files) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What was found; empty when the record is no JSON, which is for the mapping to complain about.
    ///
    /// @param caseNumber when there is one
    /// @param files in the record's order
    public record Found(Optional<String> caseNumber, List<String> files) {
        public Found {
            files = List.copyOf(files);
        }
    }

    /// Whether there is anything to look for.
    public boolean wanted() {
        return !caseNumber.isEmpty() || !files.isEmpty();
    }

    /// Looks in a record.
    public Found in(byte[] jsonRecord) {
        try {
            JsonNode root = JSON.readTree(jsonRecord);
            return new Found(texts(root, caseNumber).stream().findFirst(), texts(root, files));
        } catch (IOException unreadable) {
            return new Found(Optional.empty(), List.of());
        }
    }

    private static List<String> texts(JsonNode root, String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        return nodes(root, pointer).stream()
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /// The values at a pointer in the record's order; `*` stands for every element. What is not there is left out.
    ///
    /// @param pointer starts with `/`, or is empty for the root
    public static List<JsonNode> nodes(JsonNode root, String pointer) {
        List<JsonNode> nodes = List.of(root);
        if (pointer.isEmpty()) {
            return nodes;
        }
        for (String part : pointer.substring(1).split("/", -1)) {
            var next = new ArrayList<JsonNode>();
            for (JsonNode node : nodes) {
                if (part.equals("*")) {
                    node.forEach(next::add);
                } else {
                    next.add(node.at("/" + part));
                }
            }
            nodes = next;
        }
        return nodes.stream().filter(node -> !node.isMissingNode()).toList();
    }
}
