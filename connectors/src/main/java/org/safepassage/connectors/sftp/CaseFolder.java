package org.safepassage.connectors.sftp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.plumbing.Fingerprint;

/// One look at a case folder.
///
/// @param name wire name of the folder
/// @param entries its files in the order of their wire paths
/// @param absent items the record names that are not there
/// @param caseNumber what the record says, when it is asked
/// @param recordDigest SHA-256 of the record
/// @param newest seconds since 1970 of the newest file, by the server's clock
/// @param overfull more files than allowed: nothing of it is taken
record CaseFolder(
        String name,
        List<Entry> entries,
        List<Item> absent,
        Optional<String> caseNumber,
        String recordDigest,
        long newest,
        boolean overfull) {

    /// One file, with the path as bytes for the server and as text for people.
    ///
    /// @param wire path below the case folder as it goes over the line
    /// @param modified seconds since 1970 by the server's clock
    /// @param item how the hub sees it
    record Entry(String wire, long modified, Item item) {}

    CaseFolder {
        entries = List.copyOf(entries);
        absent = List.copyOf(absent);
    }

    /// Changes when a file comes, goes or changes in size, time or, for the record, content; the folder's own name
    /// does not count.
    String fingerprint() {
        var facts = new ArrayList<String>();
        facts.add(recordDigest);
        for (Entry entry : entries) {
            facts.add(entry.wire());
            facts.add(entry.item().size() + " " + entry.modified() + " "
                    + entry.item().presence());
        }
        return Fingerprint.of(facts);
    }

    /// All items, the record first.
    List<Item> items() {
        var items = new ArrayList<Item>();
        entries.stream()
                .map(Entry::item)
                .filter(item -> item.part() == Item.Part.RECORD)
                .forEach(items::add);
        entries.stream()
                .map(Entry::item)
                .filter(item -> item.part() != Item.Part.RECORD)
                .forEach(items::add);
        items.addAll(absent);
        return items;
    }
}
