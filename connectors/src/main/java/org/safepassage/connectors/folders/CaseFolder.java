package org.safepassage.connectors.folders;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.bundles.Bag;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.ResumingStream;

/// One look at a case folder.
///
/// @param name wire name of the folder
/// @param entries its files in the order of their wire paths
/// @param absent items the record names that are not there
/// @param caseNumber what the record says, when it is asked
/// @param recordDigest SHA-256 of the record
/// @param bag whether it is a BagIt bag
/// @param overfull more files than allowed: nothing of it is taken
record CaseFolder(
        String name,
        List<Entry> entries,
        List<Item> absent,
        Optional<String> caseNumber,
        String recordDigest,
        boolean bag,
        boolean overfull)
        implements SharedCase {

    /// One file, with the path as bytes for the other side and as text for people.
    ///
    /// @param wire path below the case folder as it goes over the line
    /// @param seen the file as it was listed
    /// @param item how the hub sees it
    record Entry(String wire, SharedFiles.Seen seen, Item item) {}

    CaseFolder {
        entries = List.copyOf(entries);
        absent = List.copyOf(absent);
    }

    /// Changes when a file comes, goes or changes in size, time or, for the record, content.
    @Override
    public String fingerprint() {
        var facts = new ArrayList<String>();
        facts.add(recordDigest);
        for (Entry entry : entries) {
            facts.add(entry.wire());
            facts.add(entry.seen().fact() + " " + entry.item().presence());
        }
        return Fingerprint.of(facts);
    }

    @Override
    public Instant newest() {
        return entries.stream()
                .map(entry -> entry.seen().modified())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /// The record comes first.
    private List<Entry> inOrder() {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> entry.item().part() != Item.Part.RECORD))
                .toList();
    }

    @Override
    public Arrival arrival() {
        var items = new ArrayList<Item>();
        inOrder().forEach(entry -> items.add(entry.item()));
        items.addAll(absent);
        String shown = ItemPaths.shown(WirePaths.text(name));
        return new Arrival(caseNumber.orElse(shown), name, fingerprint(), "", overfull ? items.subList(0, 1) : items);
    }

    @Override
    public void read(SharedFiles files, String path, ItemReader reader) throws IOException {
        if (overfull) {
            throw new DoorProblem(Kind.HOSTILE, "a case folder has more files than mostFiles allows");
        }
        Optional<Bag> manifest = bag ? Optional.of(manifest(files, path)) : Optional.empty();
        for (Entry entry : inOrder()) {
            if (entry.item().presence() != Item.Presence.PRESENT) {
                reader.absent(entry.item());
                continue;
            }
            try (InputStream bytes = open(files, path, entry)) {
                if (manifest.isPresent()) {
                    manifest.get().give(WirePaths.text(entry.wire()), entry.item(), bytes, reader);
                } else {
                    reader.item(entry.item(), bytes);
                }
            }
        }
        for (Item item : absent) {
            reader.absent(item);
        }
    }

    private static InputStream open(SharedFiles files, String path, Entry entry) {
        return new ResumingStream(
                offset -> UnchangedFile.open(files, path + "/" + entry.wire(), entry.seen(), offset),
                entry.item().size());
    }

    private Bag manifest(SharedFiles files, String path) throws IOException {
        Map<String, Entry> inBag = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.item().presence() == Item.Presence.PRESENT)
                .forEach(entry -> inBag.put(WirePaths.text(entry.wire()), entry));
        return Bag.read(inBag.keySet(), file -> tagFile(files, path, inBag.get(file)));
    }

    private static InputStream tagFile(SharedFiles files, String path, @Nullable Entry entry) throws IOException {
        if (entry == null) {
            throw new DoorProblem(Kind.HOSTILE, "a bag has a manifest that cannot be read");
        }
        return open(files, path, entry);
    }

    @Override
    public String toString() {
        return "CaseFolder[" + entries.size() + "]";
    }
}
