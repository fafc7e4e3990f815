package org.safepassage.connectors.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Says what in an exchange is not as an OpenAPI 3.1 document has it: an unknown path or method, an undeclared or
/// ill-formed query parameter, a missing credential, a body or a status that does not fit.
final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    OpenApi(String resource) {
        try (var in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(resource), resource)) {
            document = JSON.valueToTree(
                    new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @param authorization the request's header, or empty
    /// @param type the answer's content type, or empty
    List<String> faults(
            String method, URI address, String authorization, byte[] asked, int status, String type, byte[] answered) {
        var faults = new ArrayList<String>();
        String path = address.getRawPath().replaceFirst("^/v1", "");
        JsonNode operation = operation(method, path);
        if (operation.isMissingNode()) {
            return List.of("no operation " + method + " " + path);
        }
        query(operation, address.getRawQuery(), faults);
        boolean named = authorization.startsWith("Basic ") || authorization.startsWith("Bearer ");
        if (!named) {
            faults.add("no credentials");
        }
        JsonNode wanted = operation.path("requestBody");
        if (!wanted.isMissingNode()) {
            var content = wanted.path("content").properties().iterator().next();
            String text = new String(asked, StandardCharsets.UTF_8);
            faults.addAll(against(
                    content.getValue().path("schema"),
                    content.getKey().endsWith("json") ? parsed(text) : TextNode.valueOf(text)));
        } else if (asked.length > 0) {
            faults.add("a body where none belongs");
        }
        JsonNode response = operation.path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            faults.add("status " + status + " is not documented for " + method + " " + path);
        } else if (response.has("content")) {
            var content = response.path("content").path(type);
            faults.addAll(
                    content.isMissingNode()
                            ? List.of("content type " + type)
                            : against(content.path("schema"), parsed(new String(answered, StandardCharsets.UTF_8))));
        }
        return faults;
    }

    private JsonNode operation(String method, String path) {
        for (Map.Entry<String, JsonNode> each : document.path("paths").properties()) {
            if (path.matches(each.getKey().replaceAll("\\{[a-z]+}", "[^/]+"))) {
                return each.getValue().path(method.toLowerCase(Locale.ROOT));
            }
        }
        return document.path("nothing");
    }

    private void query(JsonNode operation, String query, List<String> faults) {
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            JsonNode schema = null;
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").asText().equals("query")
                        && parameter.path("name").asText().equals(parts[0])) {
                    schema = parameter.path("schema");
                }
            }
            if (schema == null) {
                faults.add("undeclared query parameter " + parts[0]);
                continue;
            }
            String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            faults.addAll(against(
                    schema, schema.path("type").asText().equals("integer") ? parsed(value) : TextNode.valueOf(value)));
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            return TextNode.valueOf("no JSON: " + text);
        }
    }

    private List<String> against(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        whole,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
