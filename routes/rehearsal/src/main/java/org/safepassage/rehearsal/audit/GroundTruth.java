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
import java.util.Optional;
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
                    text(line, "file"),
                    text(line, "personId"),
                    text(line, "type"),
                    text(line, "value"),
                    line.path("base").asText()));
        }
        var cases = new ArrayList<CaseTruth>();
        for (var line : lines(truth.resolve("cases.jsonl"))) {
            cases.add(new CaseTruth(
                    text(line, "case"),
                    text(line, "partner"),
                    text(line, "caseNumber"),
                    line.path("recordValid").asBoolean(true),
                    line.path("updates").size(),
                    expected(line.path("expected")),
                    originals(line)));
        }
        return new GroundTruth(forms, cases);
    }

    /// The case that a partner keeps under this number.
    Optional<CaseTruth> find(String partner, String caseNumber) {
        return cases.stream()
                .filter(sampled -> sampled.partner().equals(partner)
                        && sampled.caseNumber().equals(caseNumber))
                .findFirst();
    }

    private static Map<String, CaseTruth.Expected> expected(JsonNode byRecipient) {
        var expected = new HashMap<String, CaseTruth.Expected>();
        byRecipient.properties().forEach(entry -> {
            var permitted = new HashSet<String>();
            entry.getValue().path("permitted").forEach(person -> permitted.add(person.asText()));
            expected.put(
                    entry.getKey(),
                    new CaseTruth.Expected(entry.getValue().path("outcome").asText(), permitted));
        });
        return expected;
    }

    private static List<CaseTruth.Original> originals(JsonNode line) throws IOException {
        var originals = new ArrayList<CaseTruth.Original>();
        for (var exhibit : line.path("exhibits")) {
            originals.add(original(exhibit, 1));
        }
        for (var update : line.path("updates")) {
            for (var exhibit : update.path("exhibits")) {
                originals.add(original(exhibit, update.path("version").asInt()));
            }
        }
        return originals;
    }

    private static CaseTruth.Original original(JsonNode exhibit, int version) throws IOException {
        return new CaseTruth.Original(
                text(exhibit, "file"),
                text(exhibit, "kind"),
                exhibit.path("pages").asInt(),
                version);
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
