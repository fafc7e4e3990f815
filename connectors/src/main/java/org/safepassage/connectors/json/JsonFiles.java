package org.safepassage.connectors.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAnswer;
import org.safepassage.connectors.http.HttpDownload;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.RecordPointers;

/// The record and the attachments it names, as items. Attachments are read from the partner's server or
/// from a host the operator listed, never from where a record likes.
///
/// @param line to the partner
/// @param places where attachments stand in a record
record JsonFiles(HttpLine line, JsonShape.Attachments places) {
    private static final String RECORD = "record.json";
    private static final int LARGEST_LIST = 16 << 20;

    /// @param item with a path that no other has
    /// @param address relative or not; empty for the record itself
    private record Named(Item item, String address) {}

    /// What a record brings, before anything is read.
    List<Item> items(JsonRecord entry) throws DoorProblem {
        return named(entry).stream().map(Named::item).toList();
    }

    private List<Named> named(JsonRecord entry) throws DoorProblem {
        var paths = new ItemPaths();
        var named = new ArrayList<Named>();
        named.add(new Named(Item.present(paths.safe(RECORD), entry.written().size(), Item.Part.RECORD), ""));
        if (places.each().isEmpty()) {
            return named;
        }
        for (JsonNode attachment : RecordPointers.nodes(listed(entry), places.each())) {
            Optional<String> value = text(attachment, places.value());
            if (value.isEmpty()) {
                continue;
            }
            var values = new LinkedHashMap<>(entry.values());
            values.put("value", value.get());
            String address = places.address().address(values, attachment);
            String name = (places.name().isEmpty() ? Optional.<String>empty() : text(attachment, places.name()))
                    .orElseGet(() -> lastPart(address));
            String path = paths.safe(ItemPaths.stays(name) ? name : "attachment-" + named.size());
            named.add(new Named(Item.present(path, -1, Item.Part.EXHIBIT), address));
        }
        return named;
    }

    /// Where attachments are listed: the record, or a listing of its own.
    private JsonNode listed(JsonRecord entry) throws DoorProblem {
        if (places.list().isEmpty()) return entry.node();
        String address = places.list().get().address(entry.values(), entry.node());
        try (HttpAnswer answer = line.send(Ask.get(line.resolve(address)).header("Accept", "application/json"), 200)) {
            return answer.json(LARGEST_LIST);
        }
    }

    private static Optional<String> text(JsonNode node, String pointer) {
        return RecordPointers.nodes(node, pointer).stream()
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static String lastPart(String address) {
        String path = address.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Gives the record, then every attachment; one that the partner deleted is missing.
    void read(JsonRecord entry, ItemReader reader) throws IOException {
        for (Named named : named(entry)) {
            if (named.item().part() == Item.Part.RECORD) {
                try (InputStream bytes = entry.written().open()) {
                    reader.item(named.item(), bytes);
                }
                continue;
            }
            Optional<HttpDownload> file = open(named.address());
            if (file.isEmpty()) {
                reader.absent(named.item().as(Item.Presence.MISSING));
                continue;
            }
            try (HttpDownload bytes = file.get()) {
                reader.item(Item.present(named.item().path(), bytes.size(), Item.Part.EXHIBIT), bytes);
            }
        }
    }

    private Optional<HttpDownload> open(String address) throws DoorProblem {
        try {
            return Optional.of(HttpDownload.open(line, Ask.get(line.resolve(address)), places.mostBytes()));
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw problem;
        }
    }
}
