package org.safepassage.connectors.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.ResumingStream;

/// Cases as they are at this moment: the record from the rows, the exhibits that rows name.
///
/// @param rows statements for the parts of the record
/// @param exhibitsPart the part whose rows name exhibits; empty for none
/// @param pathColumn column with the path or name
/// @param store where the exhibits' bytes are
record CaseSnapshots(CaseRows rows, String exhibitsPart, String pathColumn, Optional<ExhibitStore> store) {
    private static final String RECORD = "record.json";

    /// A case as it is now.
    ///
    /// @param json the record
    /// @param files in the order in which rows name them
    /// @param fingerprint of all rows and files
    record Snapshot(String json, List<ExhibitStore.Found> files, String fingerprint) {
        Snapshot {
            files = List.copyOf(files);
        }

        /// All items, the record first.
        List<Item> items() {
            var items = new ArrayList<Item>();
            items.add(jsonRecord());
            files.forEach(file -> items.add(file.item()));
            return items;
        }

        private Item jsonRecord() {
            return Item.present(RECORD, json.getBytes(StandardCharsets.UTF_8).length, Item.Part.RECORD);
        }
    }

    /// Looks at a case.
    ///
    /// @throws DoorProblem of kind GONE when it has no row any more
    Snapshot of(DatabaseLine line, String caseNumber) throws DoorProblem {
        ObjectNode root = line.ask("parts", connection -> rows.read(connection, caseNumber));
        var found = new ArrayList<ExhibitStore.Found>();
        if (store.isPresent()) {
            var paths = new ItemPaths();
            paths.safe(RECORD);
            for (var named : named(root).entrySet()) {
                found.add(store.get().find(named.getKey(), named.getValue(), paths.safe(named.getKey())));
            }
        }
        var facts = CaseRows.facts(root);
        for (ExhibitStore.Found file : found) {
            facts.add(file.name());
            facts.add(file.item().presence() + " " + file.item().size() + " " + file.modified());
        }
        return new Snapshot(root.toString(), found, Fingerprint.of(facts));
    }

    /// The rows that name exhibits by their names; of two with one name the first.
    private Map<String, JsonNode> named(ObjectNode root) {
        var named = new LinkedHashMap<String, JsonNode>();
        for (JsonNode row : root.path(exhibitsPart)) {
            String path = row.path(pathColumn).asText("");
            if (!path.isBlank()) {
                named.putIfAbsent(path, row);
            }
        }
        return named;
    }

    /// Gives the reader every item with its bytes, the record first.
    void read(DatabaseLine line, String caseNumber, Snapshot snapshot, ItemReader reader) throws IOException {
        reader.item(
                snapshot.jsonRecord(), new ByteArrayInputStream(snapshot.json().getBytes(StandardCharsets.UTF_8)));
        for (ExhibitStore.Found file : snapshot.files()) {
            if (file.item().presence() == Item.Presence.PRESENT) {
                ExhibitStore from = store.orElseThrow();
                try (InputStream bytes = new ResumingStream(
                        offset -> from.open(line, caseNumber, file, offset),
                        file.item().size())) {
                    reader.item(file.item(), bytes);
                }
            } else {
                reader.absent(file.item());
            }
        }
    }
}
