package org.safepassage.rehearsal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.rehearsal.stage.Json;

/// What the generator planted and how each case should end, read from a sample's `truth/` folder. Immutable.
///
/// @param forms every planted surface form
/// @param cases every case
public record GroundTruth(List<PlantedForm> forms, List<CaseTruth> cases) {
    public GroundTruth {
        forms = List.copyOf(forms);
        cases = List.copyOf(cases);
    }

    /// Reads `ground-truth.jsonl` and `cases.jsonl`.
    ///
    /// @throws IOException when a file is absent or a line lacks a field
    public static GroundTruth read(Path truth) throws IOException {
        var forms = new ArrayList<PlantedForm>();
        for (var line : lines(truth.resolve("ground-truth.jsonl"))) {
            forms.add(new PlantedForm(
                    text(line, "case"),
                    line.path("file").asText(),
                    text(line, "person"),
                    text(line, "type"),
                    text(line, "value"),
                    line.path("base").asText()));
        }
        var cases = new ArrayList<CaseTruth>();
        for (var line : lines(truth.resolve("cases.jsonl"))) {
            cases.add(new CaseTruth(
                    text(line, "partner"),
                    text(line, "case"),
                    line.path("versions").asInt(1),
                    permitted(line.path("permitted")),
                    figures(line)));
        }
        return new GroundTruth(forms, cases);
    }

    private static Map<String, Set<String>> permitted(JsonNode byRecipient) {
        var permitted = new HashMap<String, Set<String>>();
        byRecipient.properties().forEach(entry -> {
            var persons = new HashSet<String>();
            entry.getValue().forEach(person -> persons.add(person.asText()));
            permitted.put(entry.getKey(), Set.copyOf(persons));
        });
        return permitted;
    }

    private static Map<String, Integer> figures(JsonNode line) {
        var figures = new HashMap<String, Integer>();
        for (var name : List.of("documents", "pages", "photographs", "videos")) {
            figures.put(name, line.path(name).asInt());
        }
        return figures;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        var nodes = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                nodes.add(Json.MAPPER.readTree(line));
            }
        }
        return nodes;
    }

    private static String text(JsonNode line, String field) throws IOException {
        if (!line.path(field).isTextual()) {
            throw new IOException("a line of the ground truth has no " + field);
        }
        return line.path(field).asText();
    }
}
