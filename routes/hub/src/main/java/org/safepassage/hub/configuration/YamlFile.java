package org.safepassage.hub.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.serialization.node.JsonLocationAware;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one YAML file, puts the environment's values in the place of `${NAME}` and `${NAME:default}`, and checks it
/// against a JSON Schema (2020-12). Problems name line and place, never a value. Thread-safe.
final class YamlFile {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{(?!secret:|file:)([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");
    private static final JsonNodeReader READER =
            JsonNodeReader.builder().locationAware().build();
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, builder -> builder.jsonNodeReader(READER));

    private final Map<String, String> environment;

    YamlFile(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// The file's content when it is sound; otherwise every problem goes to `problems` and nothing is returned.
    Optional<ObjectNode> read(Path folder, Path file, String schemaName, Consumer<ConfigProblem> problems) {
        String shown = folder.relativize(file).toString();
        JsonNode node;
        try {
            node = READER.readTree(Files.readString(file, StandardCharsets.UTF_8), InputFormat.YAML);
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.accept(
                    new ConfigProblem(shown, lineOf(unreadable), "", "is not readable as YAML in UTF-8; correct it"));
            return Optional.empty();
        }
        if (!(node instanceof ObjectNode root)) {
            problems.accept(new ConfigProblem(shown, 1, "", "must hold keys and values"));
            return Optional.empty();
        }
        var before = new int[1];
        Consumer<ConfigProblem> counted = problem -> {
            before[0]++;
            problems.accept(problem);
        };
        var given = new TreeMap<String, Given>();
        resolve(shown, "", root, given, counted);
        for (ValidationMessage message : validate(schema(schemaName), root, given)) {
            counted.accept(problem(folder, shown, message, given, schemaName));
        }
        return before[0] == 0 ? Optional.of(root) : Optional.empty();
    }

    /// A value from the environment.
    ///
    /// @param line where its placeholder stands
    private record Given(ObjectNode parent, String key, String value, int line) {
        @Override
        public String toString() {
            return "Given[" + key + "]";
        }
    }

    /// A value from the environment is text, unless the schema wants a number or a truth value in its place.
    private static Set<ValidationMessage> validate(JsonSchema schema, ObjectNode root, Map<String, Given> given) {
        Set<ValidationMessage> messages = schema.validate(root);
        boolean retyped = false;
        for (ValidationMessage message : messages) {
            Given value = given.get(place(message));
            if (value != null && message.getType().equals("type")) {
                value.parent().set(value.key(), retyped(value.value()));
                retyped = true;
            }
        }
        return retyped ? schema.validate(root) : messages;
    }

    private static String place(ValidationMessage message) {
        return message.getInstanceLocation()
                .toString()
                .replace("$.", "/")
                .replace('.', '/')
                .replace("$", "");
    }

    private static ConfigProblem problem(
            Path folder, String shown, ValidationMessage message, Map<String, Given> given, String schemaName) {
        String place = place(message);
        Given value = given.get(place);
        int line = value == null ? lineOf(message.getInstanceNode()) : value.line();
        String property = message.getProperty() == null ? "" : message.getProperty();
        if (message.getType().equals("additionalProperties")) {
            return UnknownKey.problem(
                    folder, shown, place, property, schema(schemaName).getSchemaNode());
        }
        String advice = switch (message.getType()) {
            case "required" -> "key '" + property + "' is missing; config/REFERENCE.md says what it means";
            default -> "breaks the rule '" + message.getType() + "'; config/REFERENCE.md says what is allowed";
        };
        return new ConfigProblem(shown, line, place, advice);
    }

    static int lineOf(@Nullable JsonNode node) {
        return node instanceof JsonLocationAware aware ? aware.tokenLocation().getLineNr() : 0;
    }

    /// A file as it is written, with its placeholders; empty when it cannot be read, which [#read] tells.
    static Optional<ObjectNode> raw(Path file) {
        try {
            return READER.readTree(Files.readString(file, StandardCharsets.UTF_8), InputFormat.YAML)
                            instanceof ObjectNode root
                    ? Optional.of(root)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private void resolve(
            String shown, String place, ObjectNode node, Map<String, Given> given, Consumer<ConfigProblem> problems) {
        var replaced = new TreeMap<String, JsonNode>();
        node.properties().forEach(entry -> {
            String inner = place + "/" + entry.getKey();
            switch (entry.getValue()) {
                case ObjectNode object -> resolve(shown, inner, object, given, problems);
                case ArrayNode array ->
                    array.forEach(item -> {
                        if (item instanceof ObjectNode object) resolve(shown, inner, object, given, problems);
                    });
                case TextNode text
                when text.textValue().contains("${") -> {
                    String value = substituted(shown, inner, text, problems);
                    given.put(inner, new Given(node, entry.getKey(), value, lineOf(text)));
                    replaced.put(entry.getKey(), TextNode.valueOf(value));
                }
                default -> {}
            }
        });
        replaced.forEach(node::set);
    }

    private String substituted(String shown, String place, TextNode text, Consumer<ConfigProblem> problems) {
        return PLACEHOLDER.matcher(text.textValue()).replaceAll(match -> {
            String name = match.group(1);
            String value = environment.getOrDefault(name, match.group(2));
            if (value == null) {
                problems.accept(new ConfigProblem(shown, lineOf(text), place, "set the environment variable " + name));
                return "unset-unset-unset";
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /// A placeholder may stand where the schema asks for a number or a truth value.
    private static JsonNode retyped(String value) {
        if (value.matches("-?\\d{1,9}")) return IntNode.valueOf(Integer.parseInt(value));
        if (value.equals("true") || value.equals("false")) return BooleanNode.valueOf(value.equals("true"));
        return TextNode.valueOf(value);
    }

    static JsonSchema schema(String name) {
        String resource = name + ".schema.json";
        try (var in = YamlFile.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("no resource " + resource);
            return SCHEMAS.getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int lineOf(Exception unreadable) {
        Throwable cause = unreadable;
        while (cause != null) {
            if (cause instanceof com.fasterxml.jackson.core.JacksonException json && json.getLocation() != null) {
                return json.getLocation().getLineNr();
            }
            cause = cause.getCause();
        }
        return 0;
    }

    static List<Path> yamlFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
