package org.safepassage.rehearsal.sample.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.rehearsal.sample.SampleNetwork;

class MappingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MAPPINGS = Path.of(System.getProperty("safepassage.root", "../.."), "config/mappings");

    @TempDir
    private static Path out = Path.of("");

    private static List<JsonNode> truths = List.of();

    @BeforeAll
    static void aSampleOfTenCases() throws IOException {
        SampleNetwork.write(new SampleNetwork.Options(10, 3, 0), out, done -> {});
        var read = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(out.resolve("truth/cases.jsonl"))) {
            read.add(JSON.readTree(line));
        }
        truths = read;
    }

    @Test
    void everyValidRecordBecomesACaseFileThatItsSchemaAccepts() throws Exception {
        for (JsonNode truth : truths) {
            if (truth.path("recordValid").asBoolean()) {
                // Given
                JsonNode told = jsonRecord(truth);

                // When
                ObjectNode caseFile = completed(mapped(truth, told), truth);

                // Then
                assertThat(breaches(MAPPINGS.resolve(truth.path("partner").asText() + ".schema.json"), told))
                        .as(truth.path("case").asText())
                        .isEmpty();
                assertThat(breaches(caseFileSchema(), caseFile))
                        .as(truth.path("case").asText())
                        .isEmpty();
            }
        }
    }

    @Test
    void theInvalidRecordLacksARole() throws Exception {
        // Given
        JsonNode truth = truths.stream()
                .filter(each -> !each.path("recordValid").asBoolean())
                .findFirst()
                .orElseThrow();

        // When
        JsonNode told = jsonRecord(truth);

        // Then
        assertThat(breaches(MAPPINGS.resolve(truth.path("partner").asText() + ".schema.json"), told))
                .hasSize(1);
        assertThat(breaches(caseFileSchema(), completed(mapped(truth, told), truth)))
                .hasSize(1)
                .allMatch(message -> message.getMessage().contains("role"));
    }

    @Test
    void nothingThatTheTruthKnowsIsLostOnTheWay() throws Exception {
        for (JsonNode truth : truths) {
            // When
            JsonNode caseFile = mapped(truth, jsonRecord(truth));

            // Then
            assertThat(caseFile.path("partnerCaseNumber").asText())
                    .isEqualTo(truth.path("caseNumber").asText());
            assertThat(caseFile.path("categories")).isEqualTo(truth.path("categories"));
            assertThat(texts(caseFile.path("exhibits"), "path")).containsExactlyElementsOf(paths(truth));
            for (JsonNode person : truth.path("persons")) {
                if (person.path("recorded").asBoolean()) {
                    JsonNode mapped = find(
                            caseFile.path("persons"),
                            "id",
                            person.path("personId").asText());
                    var names = new ArrayList<String>();
                    mapped.path("names")
                            .forEach(name -> names.add(
                                    name.isTextual()
                                            ? name.asText()
                                            : name.path("full").asText()));
                    assertThat(names).hasSameSizeAs(person.path("names"));
                    assertThat(texts(mapped.path("identifiers"), "value"))
                            .containsExactlyInAnyOrderElementsOf(texts(person.path("identifiers"), "value"));
                    assertThat(texts(mapped.path("identifiers"), "type"))
                            .containsExactlyInAnyOrderElementsOf(texts(person.path("identifiers"), "type"));
                }
            }
            JsonNode complainants = find(caseFile.path("consents"), "person", "p1");
            assertThat(complainants.path("status").asText())
                    .isEqualTo(find(truth.path("consents"), "personId", "p1")
                            .path("status")
                            .asText());
        }
    }

    private static List<String> paths(JsonNode truth) {
        String within = truth.path("partner").asText().equals("casebase")
                ? truth.path("caseNumber").asText() + "/"
                : "";
        return texts(truth.path("exhibits"), "path").stream()
                .map(path -> within + path)
                .toList();
    }

    private static JsonNode mapped(JsonNode truth, JsonNode told) throws IOException {
        Path mapping = MAPPINGS.resolve(truth.path("partner").asText() + ".jslt");
        return Parser.compileString(Files.readString(mapping)).apply(told);
    }

    private static JsonNode jsonRecord(JsonNode truth) throws Exception {
        String file = truth.path("recordFile").asText();
        if (file.endsWith(".sql")) {
            return TableRows.of(out.resolve(file), truth.path("caseNumber").asText());
        }
        int inside = file.indexOf("!/");
        if (inside < 0) {
            return JSON.readTree(out.resolve(file).toFile());
        }
        try (var zip = new ZipFile(out.resolve(file.substring(0, inside)).toFile());
                InputStream in = zip.getInputStream(zip.getEntry(file.substring(inside + 2)))) {
            return JSON.readTree(in);
        }
    }

    /// What the hub adds to a mapped record, in its simplest form.
    private static ObjectNode completed(JsonNode mapped, JsonNode truth) {
        ObjectNode caseFile = mapped.deepCopy();
        caseFile.put("id", "cf-abcdefgh22223333.v1")
                .put("partner", truth.path("partner").asText());
        Stream.of("persons", "events", "statements", "examinations", "exhibits", "consents")
                .forEach(list -> caseFile.withArray("/" + list));
        int number = 0;
        for (JsonNode each : caseFile.path("persons")) {
            ((ObjectNode) each).withArray("/identifiers");
            ArrayNode names = (ArrayNode) each.path("names");
            for (int i = 0; i < names.size(); i++) {
                JsonNode name = names.get(i);
                ObjectNode whole = name.isTextual() ? names.objectNode().put("full", name.asText()) : (ObjectNode) name;
                List.of("surname", "given", "patronymic")
                        .forEach(part -> whole.put(part, whole.path(part).asText("")));
                names.set(i, whole);
            }
        }
        for (String list : List.of("events", "statements", "examinations")) {
            for (JsonNode each : caseFile.path(list)) {
                ((ObjectNode) each).put("id", list.charAt(0) + "" + ++number);
                dated((ObjectNode) each, list.equals("statements") ? "taken" : "date");
            }
        }
        for (JsonNode each : caseFile.path("events")) {
            ObjectNode place = ((ObjectNode) each).objectNode();
            List.of("original", "name", "region", "station").forEach(part -> place.put(part, ""));
            ((ObjectNode) each)
                    .set("place", place.put("original", each.path("place").asText()));
        }
        for (JsonNode each : caseFile.path("exhibits")) {
            ((ObjectNode) each).put("id", "x" + ++number).put("size", 0).putNull("sha256");
            dated((ObjectNode) each, "captured");
        }
        for (JsonNode each : caseFile.path("consents")) {
            for (JsonNode scope : ((ObjectNode) each).withArray("/scopes")) {
                ((ObjectNode) scope).set("until", scope.path("until").isTextual() ? scope.path("until") : null);
            }
        }
        return caseFile;
    }

    private static void dated(ObjectNode node, String field) {
        ObjectNode date = node.objectNode().put("original", node.path(field).asText());
        node.set(field, date.putNull("earliest").putNull("latest"));
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        for (JsonNode each : list) {
            if (each.path(field).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("nothing there for " + field);
    }

    private static List<String> texts(JsonNode list, String field) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.path(field).asText()));
        return texts;
    }

    private static Set<ValidationMessage> breaches(Path schema, JsonNode of) throws IOException {
        return schema(Files.readString(schema)).validate(of);
    }

    private static Set<ValidationMessage> breaches(JsonSchema schema, JsonNode of) {
        return schema.validate(of);
    }

    private static JsonSchema caseFileSchema() throws IOException {
        return schema(Files.readString(Path.of(System.getProperty("safepassage.root", "../.."))
                .resolve("schemas/src/main/resources/schemas/case-file.schema.json")));
    }

    private static JsonSchema schema(String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }
}
