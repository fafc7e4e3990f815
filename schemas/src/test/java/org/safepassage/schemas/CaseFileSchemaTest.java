package org.safepassage.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The schema says the same as the records, and the examples say why.
final class CaseFileSchemaTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final JsonNode TEXT = text();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);

    @ParameterizedTest
    @MethodSource("valid")
    void aValidExampleSurvivesTheWayThroughTheRecords(Path example) throws IOException {
        // Given
        JsonNode json = MAPPER.readTree(example.toFile());

        // When
        JsonNode again = MAPPER.readTree(MAPPER.writeValueAsBytes(MAPPER.treeToValue(json, CaseFile.class)));

        // Then
        assertThat(again).isEqualTo(json);
        assertThat(SCHEMA.validate(again)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidExampleIsRefused(Path example) throws IOException {
        // Given
        JsonNode json = MAPPER.readTree(example.toFile());

        // When
        var messages = SCHEMA.validate(json);

        // Then
        assertThat(messages).hasSize(1);
    }

    @Test
    void theSchemaKnowsExactlyTheFieldsOfTheRecords() {
        assertThat(fields(TEXT)).isEqualTo(components(CaseFile.class));
        assertThat(fields(definition("person"))).isEqualTo(components(Person.class));
        assertThat(fields(definition("name"))).isEqualTo(components(PersonName.class));
        assertThat(fields(definition("identifier"))).isEqualTo(components(Identifier.class));
        assertThat(fields(definition("event"))).isEqualTo(components(Event.class));
        assertThat(fields(definition("statement"))).isEqualTo(components(Statement.class));
        assertThat(fields(definition("examination"))).isEqualTo(components(Examination.class));
        assertThat(fields(definition("exhibit"))).isEqualTo(components(Exhibit.class));
        assertThat(fields(definition("consent"))).isEqualTo(components(Consent.class));
        assertThat(fields(definition("scope"))).isEqualTo(components(Consent.Scope.class));
        assertThat(fields(definition("date"))).isEqualTo(components(NormalDate.class));
        assertThat(fields(definition("place"))).isEqualTo(components(Place.class));
    }

    @Test
    void theSchemaKnowsExactlyTheWordsOfTheEnumerations() {
        assertThat(words("person", "role")).isEqualTo(values(Role.values()));
        assertThat(words("person", "sex")).isEqualTo(values(Sex.values()));
        assertThat(words("identifier", "type")).isEqualTo(values(Identifier.Type.values()));
        assertThat(words("exhibit", "kind")).isEqualTo(values(Exhibit.Kind.values()));
        assertThat(words("consent", "status")).isEqualTo(values(Consent.Status.values()));
    }

    static List<Path> valid() throws IOException {
        return examples("valid");
    }

    static List<Path> invalid() throws IOException {
        return examples("invalid");
    }

    private static List<Path> examples(String kind) throws IOException {
        Path folder = Path.of(System.getProperty("safepassage.root"), "schemas", "examples", kind);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode definition(String name) {
        return TEXT.path("$defs").path(name);
    }

    private static List<String> fields(JsonNode definition) {
        assertThat(definition.path("additionalProperties").asBoolean(true)).isFalse();
        return definition
                .path("properties")
                .propertyStream()
                .map(field -> field.getKey())
                .toList();
    }

    private static List<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> words(String definition, String field) {
        return StreamSupport.stream(
                        definition(definition)
                                .path("properties")
                                .path(field)
                                .path("enum")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> values(Object[] constants) {
        return Arrays.stream(constants)
                .map(constant -> MAPPER.valueToTree(constant).asText())
                .toList();
    }

    private static JsonNode text() {
        try (var file = CaseFile.class.getResourceAsStream("/schemas/case-file.schema.json")) {
            return MAPPER.readTree(file);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
