package org.safepassage.hub.doors;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.plumbing.StepByStep;
import org.safepassage.extract.records.Mapping;
import org.safepassage.extract.records.RecordReader;
import org.safepassage.extract.records.RecordResult;
import org.safepassage.hub.configuration.PartnerFile;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;

/// Tries a partner's door to the end: the door's own steps, then `read` one item and `map` its record. Changes nothing
/// at the partner, keeps nothing, and tells counts and places, never a value. Thread-safe.
public final class PartnerTrial {
    /// Stands in a case file that is made only to see whether one can be made.
    static final CaseFileVersion NO_VERSION = CaseFileVersion.parse("cf-aaaaaaaaaaaaaaaa.v1");

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final int MOST_PROBLEMS = 5;

    private final RecordReader reader = new RecordReader();

    /// Tries every step; those after a failed one are not tried.
    ///
    /// @param mappings the folder with the partner's mapping
    public DoorReport of(PartnerDoor door, PartnerFile partner, Path mappings) {
        DoorReport own = door.test();
        if (!own.passed()) return own;
        var sample = new AtomicReference<Optional<RecordTaker>>(Optional.empty());
        var steps = new ArrayList<>(own.steps());
        steps.addAll(new StepByStep()
                .then("read", () -> {
                    sample.set(first(door));
                    return told(sample.get());
                })
                .report()
                .steps());
        sample.get()
                .filter(taken -> steps.getLast().passed())
                .ifPresent(taken -> steps.add(map(taken, partner, mappings)));
        return new DoorReport(steps);
    }

    private static Optional<RecordTaker> first(PartnerDoor door) throws IOException {
        Optional<Arrival> arrival;
        try (var listing = door.changes("")) {
            arrival = listing.findFirst();
        } catch (UncheckedIOException unlisted) {
            throw Objects.requireNonNull(unlisted.getCause());
        }
        return arrival.isPresent() ? Optional.of(RecordTaker.recordOf(door, arrival.get())) : Optional.empty();
    }

    private static String told(Optional<RecordTaker> taken) throws DoorProblem {
        if (taken.isEmpty()) {
            return "nothing waits at the partner now, so reading and mapping were not tried: test again when a case file"
                    + " waits";
        }
        if (!taken.get().hasRecord()) {
            throw new DoorProblem(
                    DoorProblem.Kind.NOT_FOUND,
                    "the first case file has no record among " + taken.get().count()
                            + " item(s); see the connector's parameters for the record");
        }
        int size = taken.get().partnerRecord().length;
        return size > RecordTaker.LARGEST_RECORD
                ? "one record was begun; it is larger than 16 MiB"
                : "one record was read, " + size + " bytes";
    }

    private DoorReport.Step map(RecordTaker taken, PartnerFile partner, Path mappings) {
        Mapping mapping;
        try {
            mapping = Mapping.load(mappings, partner.mapping());
        } catch (IOException | IllegalArgumentException unusable) {
            return new DoorReport.Step(
                    "map",
                    false,
                    "the mapping " + partner.mapping() + " cannot be used",
                    "Correct what config check says of it");
        }
        return switch (reader.read(taken.partnerRecord(), mapping, NO_VERSION, partner.name())) {
            case RecordResult.Valid valid ->
                new DoorReport.Step("map", true, summary(valid.caseFile()) + number(taken, partner), "");
            case RecordResult.Invalid invalid ->
                new DoorReport.Step(
                        "map",
                        false,
                        invalid.problems().size() + " problem(s): "
                                + String.join(
                                        "; ",
                                        invalid.problems().stream()
                                                .limit(MOST_PROBLEMS)
                                                .map(problem -> problem.where())
                                                .toList()),
                        "Have the partner mend the record at these places, or correct mappings/" + partner.mapping()
                                + ".jslt and .schema.json; connector preview shows record and case file");
        };
    }

    private static String summary(CaseFile caseFile) {
        return "a case file with " + fields(JSON.valueToTree(caseFile)) + " fields came out: "
                + caseFile.persons().size() + " person(s), " + caseFile.events().size() + " event(s), "
                + caseFile.statements().size() + " statement(s), "
                + caseFile.examinations().size() + " examination(s), "
                + caseFile.exhibits().size() + " exhibit(s), "
                + caseFile.consents().size() + " consent(s)";
    }

    private static String number(RecordTaker taken, PartnerFile partner) {
        try {
            String number = JSON.readTree(taken.partnerRecord())
                    .at(JsonPointer.compile(partner.caseNumber()))
                    .asText("");
            return number.isBlank()
                    ? "; no case number stands where caseNumber says, so the listing's own name is taken for it"
                    : "; the case number stands where caseNumber says";
        } catch (IOException | IllegalArgumentException unreadable) {
            return "";
        }
    }

    /// Values that say something.
    private static int fields(JsonNode node) {
        if (node.isContainerNode()) {
            int all = 0;
            for (JsonNode child : node) all += fields(child);
            return all;
        }
        return node.isNull() || node.asText().isEmpty() ? 0 : 1;
    }
}
