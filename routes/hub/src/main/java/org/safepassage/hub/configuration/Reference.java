package org.safepassage.hub.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Doors;
import org.safepassage.connectors.KameletParameters;

/// The page that tells every key of every configuration file, made from the schemas that check the files, so that page
/// and check cannot differ.
public final class Reference {
    private static final List<String> SCHEMAS = List.of("application", "partner", "recipient", "exchange");

    private Reference() {}

    /// The page in Markdown.
    public static String markdown() {
        var page = new StringBuilder("""
                # Configuration reference

                Made from the schemas that check the files; a test rewrites it and fails when it changed.
                `${NAME}` and `${NAME:default}` in a value are taken from the environment.
                Agreements, policies and mappings have pages of their own beside their rooms.
                """);
        for (String name : SCHEMAS) {
            JsonNode schema = YamlFile.schema(name).getSchemaNode();
            page.append("\n## ").append(schema.path("title").asText()).append("\n\n");
            page.append(schema.path("description").asText()).append("\n\n");
            page.append("| key | required | default | meaning |\n|---|---|---|---|\n");
            rows("", schema, page);
        }
        connectors(page);
        return page.toString();
    }

    private static void connectors(StringBuilder page) {
        page.append(
                "\n## Connectors\n\nThe `parameters` of a partner and of a recipient's `delivery`, by connector.\n");
        for (String name : Doors.kamelets()) {
            KameletParameters connector = parameters(name);
            page.append("\n### ").append(name).append("\n\n");
            page.append(connector.title()).append(". ").append(oneLine(connector.description()));
            page.append("\n\n| parameter | required | default | meaning |\n|---|---|---|---|\n");
            for (var parameter : connector.parameters()) {
                page.append("| `")
                        .append(parameter.name())
                        .append("` | ")
                        .append(parameter.required() ? "yes" : "")
                        .append(" | ")
                        .append(parameter
                                .standard()
                                .map(value -> "`" + value + "`")
                                .orElse(""))
                        .append(" | ")
                        .append(oneLine(parameter.description()))
                        .append(
                                parameter.choices().isEmpty()
                                        ? ""
                                        : " One of " + String.join(", ", parameter.choices()) + ".")
                        .append(parameter.secret() ? " A secret: by reference only." : "")
                        .append(" |\n");
            }
        }
    }

    private static KameletParameters parameters(String connector) {
        try {
            return KameletParameters.of(connector);
        } catch (DoorProblem impossible) {
            throw new IllegalStateException("a connector that is listed has parameters", impossible);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").replace("|", "\\|");
    }

    private static void rows(String prefix, JsonNode schema, StringBuilder page) {
        schema.path("properties").properties().forEach(property -> {
            JsonNode of = property.getValue();
            String key = prefix + property.getKey();
            page.append("| `")
                    .append(key)
                    .append("` | ")
                    .append(isRequired(schema, property.getKey()) ? "yes" : "")
                    .append(" | ")
                    .append(of.has("default") ? "`" + of.get("default").asText() + "`" : "")
                    .append(" | ")
                    .append(of.path("description").asText())
                    .append(" |\n");
            rows(key + ".", of, page);
        });
    }

    private static boolean isRequired(JsonNode schema, String key) {
        for (JsonNode required : schema.path("required")) {
            if (required.asText().equals(key)) return true;
        }
        return false;
    }
}
