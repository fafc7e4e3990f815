package org.safepassage.connectors.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.ResumingStream;

/// Cases as they are at this moment: the record from the rows, the exhibits from the files that rows name.
///
/// @param rows statements for the parts of the record
/// @param exhibitsPart the part whose rows name files; empty for none
/// @param pathColumn column with the path
/// @param files where paths count from
record CaseSnapshots(CaseRows rows, String exhibitsPart, String pathColumn, Optional<FileStore> files) {
    private static final String RECORD = "record.json";

    /// A case as it is now.
    ///
    /// @param json the record
    /// @param files in the order in which rows name them
    /// @param fingerprint of all rows and files
    record Snapshot(String json, List<FileStore.Found> files, String fingerprint) {
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
        var found = new ArrayList<FileStore.Found>();
        if (files.isPresent()) {
            var paths = new ItemPaths();
            paths.safe(RECORD);
            for (String path : paths(root)) {
                found.add(files.get().find(path, paths.safe(path)));
            }
        }
        var facts = CaseRows.facts(root);
        for (FileStore.Found file : found) {
            facts.add(file.relative());
            facts.add(file.item().presence() + " " + file.item().size() + " " + file.modified());
        }
        return new Snapshot(root.toString(), found, Fingerprint.of(facts));
    }

    private Set<String> paths(ObjectNode root) {
        var paths = new LinkedHashSet<String>();
        for (JsonNode row : root.path(exhibitsPart)) {
            String path = row.path(pathColumn).asText("");
            if (!path.isBlank()) {
                paths.add(path);
            }
        }
        return paths;
    }

    /// Gives the reader every item with its bytes, the record first.
    void read(Snapshot snapshot, ItemReader reader) throws IOException {
        reader.item(
                snapshot.jsonRecord(), new ByteArrayInputStream(snapshot.json().getBytes(StandardCharsets.UTF_8)));
        for (FileStore.Found file : snapshot.files()) {
            if (file.item().presence() == Item.Presence.PRESENT) {
                FileStore store = files.orElseThrow();
                try (InputStream bytes = new ResumingStream(
                        offset -> store.open(file, offset), file.item().size())) {
                    reader.item(file.item(), bytes);
                }
            } else {
                reader.absent(file.item());
            }
        }
    }
}
