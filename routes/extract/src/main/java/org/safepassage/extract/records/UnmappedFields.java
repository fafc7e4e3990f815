package org.safepassage.extract.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the fields of a record that its mapping leaves out: those whose removal changes nothing of what the mapping
/// gives. A field that only decides between two equal outcomes counts as left out, too. For one record and one thread.
public final class UnmappedFields {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Mapping mapping;
    private final JsonNode record;
    private final JsonNode mapped;
    private final int mostTries;
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();
    private final List<String> places = new ArrayList<>();
    private int tries;

    /// What was found. Names of fields are the partner's own and may be case data.
    ///
    /// @param places JSON Pointers into the record, in its order; a place stands for everything below it
    /// @param complete whether every field was tried
    public record Found(List<String> places, boolean complete) {
        public Found {
            places = List.copyOf(places);
        }

        @Override
        public String toString() {
            return "Found[" + places.size() + ", " + complete + "]";
        }
    }

    private UnmappedFields(Mapping mapping, JsonNode record, JsonNode mapped, int mostTries) {
        this.mapping = mapping;
        this.record = record;
        this.mapped = mapped;
        this.mostTries = mostTries;
    }

    /// Tries field after field, the mapping run anew each time.
    ///
    /// @param partnerRecord JSON in UTF-8
    /// @param mostTries how often the mapping is run at most
    /// @return nothing when the record cannot be mapped at all
    public static Optional<Found> in(byte[] partnerRecord, Mapping mapping, int mostTries) {
        return new StrictJson()
                .parse(partnerRecord)
                .value()
                .flatMap(record -> Bounded.apply(mapping, record)
                        .value()
                        // a mapping may hand parts of the record on as they are, and the record is about to change
                        .map(mapped -> new UnmappedFields(mapping, record, mapped.deepCopy(), mostTries).found()));
    }

    private Found found() {
        boolean complete = descend(record, "");
        return new Found(places, complete);
    }

    private boolean descend(JsonNode node, String place) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (!descend(list.get(i), place + "/" + i)) {
                    return false;
                }
            }
        }
        return !(node instanceof ObjectNode object) || fields(object, place);
    }

    private boolean fields(ObjectNode object, String place) {
        var all = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(field -> all.put(field.getKey(), field.getValue()));
        for (Map.Entry<String, JsonNode> field : all.entrySet()) {
            boolean empty = field.getValue().isNull()
                    || (field.getValue().isContainerNode() && field.getValue().isEmpty());
            if (empty) {
                continue; // the same as absent to a mapping
            }
            if (++tries > mostTries || System.nanoTime() - deadline > 0) {
                return false;
            }
            String below = place + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            object.remove(field.getKey());
            boolean same = Bounded.apply(mapping, record)
                    .value()
                    .filter(mapped::equals)
                    .isPresent();
            object.removeAll();
            object.setAll(all);
            if (same) {
                places.add(below);
            } else if (!descend(field.getValue(), below)) {
                return false;
            }
        }
        return true;
    }
}
