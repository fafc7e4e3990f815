package org.safepassage.extract.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.safepassage.extract.normalise.DateReader;
import org.safepassage.extract.normalise.PlaceReader;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;

/// A partner's record becomes a [CaseFile], or a list of what is wrong with it. Any bytes give one or the other; no
/// exception tells of a bad record. Thread-safe.
public final class RecordReader {
    private final StrictJson json = new StrictJson();
    private final Draft draft;
    private final Contract caseFile = Contract.of(schema());
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// A reader with dates and places of Belarus.
    public RecordReader() {
        this(new DateReader(), new PlaceReader());
    }

    /// A reader with other tables of dates and places.
    public RecordReader(DateReader dates, PlaceReader places) {
        this.draft = new Draft(dates, places);
    }

    /// Reads one record.
    ///
    /// @param partnerRecord JSON in UTF-8, as the partner wrote it
    /// @param mapping of this partner
    /// @param id that the hub gave to this version
    /// @param partner name of the partner's configuration
    public RecordResult read(byte[] partnerRecord, Mapping mapping, CaseFileVersion id, String partner) {
        StrictJson.Parsed parsed = json.parse(partnerRecord);
        if (parsed.value().isEmpty()) {
            return new RecordResult.Invalid(parsed.problem().stream().toList());
        }
        JsonNode record = parsed.value().get();
        List<Problem> unknown = mapping.breaches(record).stream()
                .map(breach -> new Problem("", breach.place().isEmpty() ? "/" : breach.place(), breach.message()))
                .toList();
        if (!unknown.isEmpty()) {
            return new RecordResult.Invalid(unknown);
        }
        Bounded.Mapped mapped = Bounded.apply(mapping, record);
        if (mapped.value().isEmpty()) {
            return RecordResult.Invalid.of("", "", mapped.failure());
        }
        return complete(draft.complete(mapped.value().get(), id, partner), record);
    }

    private RecordResult complete(JsonNode drafted, JsonNode record) {
        List<Problem> problems = new ArrayList<>();
        for (Contract.Breach breach : caseFile.breaches(drafted)) {
            problems.add(new Problem(
                    breach.place().isEmpty() ? "/" : breach.place(),
                    Pointers.origin(record, drafted.at(breach.place())),
                    breach.message()));
        }
        problems.addAll(References.problems(drafted, record));
        if (!problems.isEmpty()) {
            return new RecordResult.Invalid(problems);
        }
        try {
            return new RecordResult.Valid(mapper.treeToValue(drafted, CaseFile.class));
        } catch (JsonMappingException mismatch) {
            // The schema lets a day through that no calendar has: say where, not what.
            String place = mismatch.getPath().stream()
                    .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                    .collect(Collectors.joining());
            return RecordResult.Invalid.of(
                    place, Pointers.origin(record, drafted.at(place)), "The value does not exist, such as 30 February");
        } catch (JsonProcessingException mismatch) {
            return RecordResult.Invalid.of("/", "", "The record does not fit the case file");
        }
    }

    private static String schema() {
        try (InputStream file = CaseFile.class.getResourceAsStream("/schemas/case-file.schema.json")) {
            if (file == null) {
                throw new IllegalStateException("case-file.schema.json is missing from the module schemas");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
