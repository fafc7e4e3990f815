package org.safepassage.hub.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.extract.records.Mapping;
import org.safepassage.extract.records.Problem;
import org.safepassage.extract.records.RecordReader;
import org.safepassage.extract.records.RecordResult;
import org.safepassage.extract.records.UnmappedFields;
import org.safepassage.hub.configuration.PartnerFile;

/// Shows what the first case files of a partner would become, before anything is pulled. Everything is held in memory,
/// one case file at a time, and dropped: nothing is sealed, acknowledged or written, and of exhibits only what they are
/// called is looked at. What is shown is case data.
public final class CasePreview {
    /// Case files of one preview.
    public static final int MOST_ITEMS = 50;

    /// How often a mapping is run to find the fields that it leaves out.
    private static final int MOST_TRIES = 2_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final RecordReader reader = new RecordReader();

    /// One case file as it came and as it would become; prints nothing of itself.
    ///
    /// @param partnerRecord as the partner wrote it; missing when it is no JSON
    /// @param caseFile what the mapping makes of it; missing when there are problems
    /// @param problems why there is no case file
    /// @param unmapped fields of the record that the mapping leaves out; nothing when that could not be tried
    /// @param items what came besides the record
    /// @param itemCount how many came, of which the first are listed
    public record Shown(
            JsonNode partnerRecord,
            JsonNode caseFile,
            List<Problem> problems,
            Optional<UnmappedFields.Found> unmapped,
            List<Item> items,
            int itemCount) {
        public Shown {
            problems = List.copyOf(problems);
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "Shown[…]";
        }
    }

    /// Who looks.
    public interface Viewer {
        /// A case file.
        void show(Shown shown) throws IOException;

        /// One that cannot be read, in words without case data.
        void notReadable(DoorProblem problem) throws IOException;
    }

    /// Shows the first case files in the partner's order.
    ///
    /// @param most how many, up to [#MOST_ITEMS]
    /// @return how many there were
    /// @throws IOException when the partner cannot be listed, or the viewer fails
    public int show(PartnerDoor door, PartnerFile partner, Mapping mapping, int most, Viewer viewer)
            throws IOException {
        List<Arrival> arrivals;
        try (var listing = door.changes("")) {
            arrivals = listing.limit(Math.min(most, MOST_ITEMS)).toList();
        } catch (UncheckedIOException unlisted) {
            throw Objects.requireNonNull(unlisted.getCause());
        }
        for (Arrival arrival : arrivals) {
            RecordTaker taken;
            try {
                taken = RecordTaker.everythingOf(door, arrival);
            } catch (DoorProblem unreadable) {
                viewer.notReadable(unreadable);
                continue;
            }
            viewer.show(shown(taken, partner, mapping));
        }
        return arrivals.size();
    }

    private Shown shown(RecordTaker taken, PartnerFile partner, Mapping mapping) {
        List<Item> others = taken.items().stream()
                .filter(item -> item.part() != Item.Part.RECORD)
                .toList();
        int count = taken.count() - (taken.items().size() - others.size());
        if (!taken.hasRecord()) {
            var none = new Problem("", "", "No record came with this case file; see the connector's parameters");
            return new Shown(missing(), missing(), List.of(none), Optional.empty(), others, count);
        }
        byte[] bytes = taken.partnerRecord();
        var unmapped = bytes.length > RecordTaker.LARGEST_RECORD
                ? Optional.<UnmappedFields.Found>empty()
                : UnmappedFields.in(bytes, mapping, MOST_TRIES);
        return switch (reader.read(bytes, mapping, PartnerTrial.NO_VERSION, partner.name())) {
            case RecordResult.Valid valid ->
                new Shown(json(bytes), JSON.valueToTree(valid.caseFile()), List.of(), unmapped, others, count);
            case RecordResult.Invalid invalid ->
                new Shown(json(bytes), missing(), invalid.problems(), unmapped, others, count);
        };
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return bytes.length > RecordTaker.LARGEST_RECORD ? missing() : JSON.readTree(bytes);
        } catch (IOException unreadable) {
            return missing(); // the problems tell line and column
        }
    }

    private static JsonNode missing() {
        return MissingNode.getInstance();
    }
}
