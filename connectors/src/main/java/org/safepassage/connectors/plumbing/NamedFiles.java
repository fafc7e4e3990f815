package org.safepassage.connectors.plumbing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safepassage.connectors.Item;

/// The files that a record names, held against those that lie beside it.
public final class NamedFiles {
    private NamedFiles() {}

    /// What the record names and is not there, as missing; a name that leads out of the case is refused, not looked
    /// for.
    ///
    /// @param there the case's files
    /// @param named paths as the record writes them
    public static List<Item> absent(List<Item> there, List<String> named) {
        Set<String> known = new HashSet<>();
        there.forEach(item -> known.add(ItemPaths.comparable(item.path())));
        var paths = new ItemPaths();
        var absent = new ArrayList<Item>();
        for (String path : new LinkedHashSet<>(named)) {
            String plain = ItemPaths.comparable(path.startsWith("./") ? path.substring(2) : path);
            if (!known.contains(plain) && !known.contains(ItemPaths.shown(plain))) {
                var presence = ItemPaths.stays(plain) ? Item.Presence.MISSING : Item.Presence.REFUSED;
                absent.add(new Item(paths.safe(path), -1, Item.Part.EXHIBIT, presence));
            }
        }
        return absent;
    }
}
