package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepassage.redact.evaluation.BadCorpus;
import org.safepassage.redact.evaluation.network.SampledCase;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// A folder that `deploy/hub sample` wrote, case by case: the record's persons from its truth, and its documents as
/// the extractor reads them.
final class SampleFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonLinesFile cases;
    private final JsonLinesFile truth;
    private final SampleDocuments documents;

    /// What a case is for, in turn.
    @FunctionalInterface
    interface Cases {
        void take(SampledCase sampled) throws IOException;
    }

    SampleFolder(Path folder, SampleDocuments documents) {
        this.cases = new JsonLinesFile(folder.resolve("truth").resolve("cases.jsonl"));
        this.truth = new JsonLinesFile(folder.resolve("truth").resolve("ground-truth.jsonl"));
        this.documents = documents;
    }

    /// Gives every case.
    ///
    /// @throws BadCorpus when a line of the truth, or what it names, cannot be used
    /// @throws IOException when a file cannot be read
    void each(Cases takers) throws IOException, BadCorpus {
        var planted = planted();
        cases.each(line -> {
            String id = line.path("case").asText();
            takers.take(new SampledCase(
                    id,
                    line.path("caseNumber").asText(),
                    persons(line.path("persons")),
                    documents.of(line),
                    List.copyOf(planted.getOrDefault(id, Set.of())),
                    permitted(line.path("expected"))));
        });
    }

    // Line by line and each form once: the truth of a large network is larger than the heap.
    private Map<String, Set<SampledCase.Planted>> planted() throws IOException, BadCorpus {
        var planted = new HashMap<String, Set<SampledCase.Planted>>();
        truth.each(form -> planted.computeIfAbsent(form.path("case").asText(), id -> new LinkedHashSet<>())
                .add(new SampledCase.Planted(
                        form.path("file").asText().intern(),
                        form.path("personId").asText().intern(),
                        form.path("type").asText().intern(),
                        form.path("value").asText())));
        return planted;
    }

    private static List<Person> persons(JsonNode rows) throws BadCorpus {
        var persons = new ArrayList<Person>();
        for (JsonNode row : rows) {
            if (!row.path("recorded").asBoolean()) continue;
            try {
                persons.add(person(row));
            } catch (IllegalArgumentException unusable) {
                throw new BadCorpus("a person has no role, sex, name or identifier that this build"
                        + " knows; write the sample anew with its 'hub sample'");
            }
        }
        return persons;
    }

    private static Person person(JsonNode row) {
        if (row.path("role").isMissingNode()
                || row.path("sex").isMissingNode()
                || row.path("names").isEmpty()) {
            throw new IllegalArgumentException("no role, sex or name");
        }
        var names = new ArrayList<PersonName>();
        row.path("names").forEach(name -> names.add(PersonName.of(name.asText())));
        var identifiers = new ArrayList<Identifier>();
        row.path("identifiers").forEach(identifier -> identifiers.add(JSON.convertValue(identifier, Identifier.class)));
        return new Person(
                row.path("personId").asText(),
                JSON.convertValue(row.path("role"), Role.class),
                JSON.convertValue(row.path("sex"), Sex.class),
                names,
                identifiers);
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
