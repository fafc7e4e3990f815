package org.safepassage.extract.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;

/// A JSON Schema (2020-12) whose messages are our own: the validator's quote values. Loads nothing from anywhere.
/// Thread-safe.
final class Contract {
    private static final int MOST_MESSAGES = 100;

    /// Something that breaks the schema.
    ///
    /// @param place JSON Pointer to the value
    /// @param message what is wrong, without the value
    record Breach(String place, String message) {}

    private final JsonSchema schema;

    private Contract(JsonSchema schema) {
        this.schema = schema;
    }

    /// @throws IllegalArgumentException when `json` is no JSON Schema
    static Contract of(String json) {
        try {
            JsonNode parsed = new ObjectMapper().readTree(json);
            if (!parsed.isObject()) {
                throw new IllegalArgumentException("the JSON Schema is not a JSON object");
            }
            var factory = JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder -> builder.schemaLoaders(loaders -> loaders.add(location -> {
                        throw new IllegalArgumentException("a JSON Schema refers to another file");
                    })));
            var config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ROOT)
                    .build();
            JsonSchema schema = factory.getSchema(parsed, config);
            schema.initializeValidators();
            return new Contract(schema);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the JSON Schema is not valid JSON: " + broken.getOriginalMessage());
        } catch (com.networknt.schema.JsonSchemaException wrong) {
            throw new IllegalArgumentException("the JSON Schema cannot be used: " + wrong.getMessage(), wrong);
        }
    }

    List<Breach> breaches(JsonNode value) {
        return schema.validate(value).stream()
                .map(Contract::breach)
                .distinct()
                .limit(MOST_MESSAGES)
                .toList();
    }

    private static Breach breach(ValidationMessage message) {
        String place = message.getInstanceLocation().toString();
        return new Breach(place, explain(message));
    }

    private static String explain(ValidationMessage message) {
        String property = message.getProperty() == null ? "" : Pointers.shown(message.getProperty());
        return switch (String.valueOf(message.getType())) {
            case "additionalProperties", "unevaluatedProperties", "false" ->
                "The field " + property
                        + " is not known here; check its spelling, leave it out, or have the mapping and its schema know it";
            case "required", "dependentRequired" -> "The field " + property + " is missing";
            case "type" ->
                "The value has the wrong type; expected "
                        + message.getSchemaNode().toString();
            case "enum", "const" ->
                "The value is none of the allowed ones: "
                        + message.getSchemaNode().toString();
            case "pattern", "format" ->
                "The value has the wrong form; expected "
                        + message.getSchemaNode().toString();
            case "minLength", "minItems", "minProperties" -> "The value is too short or empty";
            case "maxLength", "maxItems", "maxProperties" -> "The value is too long";
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
                "The number is out of range";
            case "uniqueItems" -> "The list holds the same value twice";
            default -> "The value breaks the rule " + message.getType();
        };
    }
}
