package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.redact.evaluation.network.SampledCase;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// A folder that `deploy/hub sample` wrote, case by case: the record's persons from its truth, and its documents as the
/// extractor reads them. Files in archives, pictures, scans and films are left out.
final class SampleFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PIXELS = Set.of("photograph", "video");

    private final Path folder;
    private final ExtractorPool pool;

    /// What a case is for, in turn.
    @FunctionalInterface
    interface Cases {
        void take(SampledCase sampled) throws IOException;
    }

    SampleFolder(Path folder, ExtractorPool pool) {
        this.folder = folder;
        this.pool = pool;
    }

    /// Gives every case.
    ///
    /// @throws IOException when the folder is none of a sample, or a file cannot be read
    void each(Cases cases) throws IOException {
        Path truth = folder.resolve("truth");
        // Line by line and each form once: the truth of a large network is larger than the heap.
        var planted = new HashMap<String, Set<SampledCase.Planted>>();
        try (var lines = Files.lines(truth.resolve("ground-truth.jsonl"), StandardCharsets.UTF_8)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode form = JSON.readTree(line);
                planted.computeIfAbsent(form.path("case").asText(), id -> new LinkedHashSet<>())
                        .add(new SampledCase.Planted(
                                form.path("file").asText().intern(),
                                form.path("personId").asText().intern(),
                                form.path("type").asText().intern(),
                                form.path("value").asText()));
            }
        }
        try (var lines = Files.lines(truth.resolve("cases.jsonl"), StandardCharsets.UTF_8)) {
            for (String written : (Iterable<String>) lines::iterator) {
                JsonNode line = JSON.readTree(written);
                String id = line.path("case").asText();
                cases.take(new SampledCase(
                        id,
                        line.path("caseNumber").asText(),
                        persons(line.path("persons")),
                        documents(line),
                        List.copyOf(planted.getOrDefault(id, Set.of())),
                        permitted(line.path("expected"))));
            }
        }
    }

    private List<SampledCase.Document> documents(JsonNode line) throws IOException {
        var exhibits = new ArrayList<JsonNode>();
        line.path("exhibits").forEach(exhibits::add);
        line.path("updates").forEach(update -> update.path("exhibits").forEach(exhibits::add));
        var documents = new ArrayList<SampledCase.Document>();
        for (int i = 0; i < exhibits.size(); i++) {
            String file = exhibits.get(i).path("file").asText();
            Path path = folder.resolve(file);
            if (PIXELS.contains(exhibits.get(i).path("kind").asText())
                    || exhibits.get(i).path("format").asText().equals("scan")
                    || !Files.isRegularFile(path)) {
                continue;
            }
            Extraction read = pool.extract(DocumentReading.content(path), String.valueOf(path.getFileName()));
            if (hasText(read)) documents.add(new SampledCase.Document("x" + (i + 1), file, read));
        }
        return documents;
    }

    private static boolean hasText(Extraction extraction) {
        return !extraction.text().isBlank()
                || extraction.embedded().stream().anyMatch(embedded -> hasText(embedded.extraction()));
    }

    private static List<Person> persons(JsonNode rows) {
        var persons = new ArrayList<Person>();
        for (JsonNode row : rows) {
            if (!row.path("recorded").asBoolean()) continue;
            var names = new ArrayList<PersonName>();
            row.path("names").forEach(name -> names.add(PersonName.of(name.asText())));
            var identifiers = new ArrayList<Identifier>();
            row.path("identifiers")
                    .forEach(identifier -> identifiers.add(JSON.convertValue(identifier, Identifier.class)));
            persons.add(new Person(
                    row.path("personId").asText(),
                    JSON.convertValue(row.path("role"), Role.class),
                    JSON.convertValue(row.path("sex"), Sex.class),
                    names,
                    identifiers));
        }
        return persons;
    }

    private static Map<String, Set<String>> permitted(JsonNode expected) {
        var permitted = new HashMap<String, Set<String>>();
        expected.properties().forEach(recipient -> {
            if (recipient.getValue().path("outcome").asText().equals("delivered")) {
                var persons = new HashSet<String>();
                recipient.getValue().path("permitted").forEach(person -> persons.add(person.asText()));
                permitted.put(recipient.getKey(), persons);
            }
        });
        return permitted;
    }
}
