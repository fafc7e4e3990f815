package org.safepassage.connectors.folders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.bundles.Bag;
import org.safepassage.connectors.folders.FolderWalk.Found;
import org.safepassage.connectors.plumbing.ItemPaths;

/// What the files of a case folder are to the hub. In a BagIt bag the payload is the case, under its names
/// in the payload; the files that describe the bag are sealed as they came and are no exhibits, for they
/// name and number everything that the partner holds.
///
/// @param recordWire the record's path in a folder or in a payload
/// @param bag whether the folder is a bag
record ItemNames(String recordWire, boolean bag) {
    /// Entries in the order of their wire paths.
    List<CaseFolder.Entry> entries(List<Found> found) {
        var paths = new ItemPaths();
        var entries = new ArrayList<CaseFolder.Entry>();
        found.stream().filter(each -> !describesTheBag(each)).forEach(each -> entries.add(entry(each, paths)));
        found.stream().filter(this::describesTheBag).forEach(each -> entries.add(entry(each, paths)));
        entries.sort(Comparator.comparing(CaseFolder.Entry::wire));
        return entries;
    }

    private boolean describesTheBag(Found found) {
        return bag && !found.wire().startsWith(Bag.PAYLOAD);
    }

    private CaseFolder.Entry entry(Found found, ItemPaths paths) {
        boolean readable = found.isPlainFile();
        String prefix = bag ? Bag.PAYLOAD : "";
        Item.Part part = describesTheBag(found)
                ? Item.Part.ORIGINAL
                : readable && found.wire().equals(prefix + recordWire) ? Item.Part.RECORD : Item.Part.EXHIBIT;
        String below = describesTheBag(found) ? found.wire() : found.wire().substring(prefix.length());
        return new CaseFolder.Entry(
                found.wire(),
                found.seen(),
                new Item(
                        paths.safe(WirePaths.text(below)),
                        readable ? found.seen().size() : -1,
                        part,
                        readable ? Item.Presence.PRESENT : Item.Presence.REFUSED));
    }
}
