package org.safepassage.connectors;

/// One file of an arrival.
///
/// @param path the partner's path relative to the case, with `/`; content, so never logged
/// @param size bytes, or -1 when it is not known before reading
/// @param part what it is to the case
/// @param presence whether it can be read
public record Item(String path, long size, Part part, Presence presence) {
    /// What an item is to the case.
    public enum Part {
        /// The partner's record as JSON.
        RECORD,
        /// A file that came with the record.
        EXHIBIT,
        /// The bundle that the other items came in, sealed as it came.
        ORIGINAL
    }

    /// Whether an item can be read.
    public enum Presence {
        PRESENT,
        /// The record names it and it is not there.
        MISSING,
        /// Its name or kind is refused: a link, a path that leaves the case folder, control characters.
        REFUSED
    }

    /// An item that can be read.
    public static Item present(String path, long size, Part part) {
        return new Item(path, size, part, Presence.PRESENT);
    }

    /// The same item with another presence.
    public Item as(Presence other) {
        return new Item(path, size, part, other);
    }

    @Override
    public String toString() {
        return "Item[" + part + ", " + presence + ", " + size + "]";
    }
}
