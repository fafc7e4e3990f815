package org.safepassage.release.agreements;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One YAML file as a tree, with the line of every field, since a schema names fields and an operator needs lines.
record YamlPage(Path file, JsonNode root, Map<String, Integer> lines) {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final long MAX_BYTES = 1 << 20;

    /// The page, or nothing and one more problem.
    static Optional<YamlPage> read(Path file, List<String> problems) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            problems.add(file + ":1: larger than 1 MiB; an agreement is a page, move this file elsewhere");
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            JsonNode root = new ObjectMapper(YAML).readTree(bytes);
            return Optional.of(new YamlPage(file, root, lines(bytes)));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.add(file + ":" + line + ": not readable as YAML, or a key is there twice; correct this line");
            return Optional.empty();
        }
    }

    /// `file:line: field: what`, where an absent field has the line of its parent.
    String problem(String pointer, String what) {
        String at = pointer;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        String field =
                pointer.isEmpty() ? "the whole file" : pointer.substring(1).replace('/', '.');
        return file + ":" + lines.getOrDefault(at, 1) + ": " + field + ": " + what;
    }

    private static Map<String, Integer> lines(byte[] bytes) throws IOException {
        var lines = new HashMap<String, Integer>();
        try (JsonParser parser = YAML.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    /// A JSON Schema of draft 2020-12 that lies beside this class.
    record Schema(JsonSchema schema) {
        static Schema named(String resource) {
            try (InputStream stream = YamlPage.class.getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new IllegalStateException("the schema is missing from the jar: " + resource);
                }
                var config = SchemaValidatorsConfig.builder()
                        .pathType(PathType.JSON_POINTER)
                        .build();
                return new Schema(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(stream, config));
            } catch (IOException e) {
                throw new IllegalStateException("the schema cannot be read: " + resource, e);
            }
        }

        Collection<ValidationMessage> check(JsonNode root) {
            return schema.validate(root);
        }
    }
}
