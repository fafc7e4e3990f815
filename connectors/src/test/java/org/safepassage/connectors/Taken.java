package org.safepassage.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An item reader that keeps everything, for small invented cases.
public final class Taken implements ItemReader {
    public final Map<String, byte[]> bytes = new LinkedHashMap<>();
    public final Map<String, Item.Part> parts = new LinkedHashMap<>();
    public final List<Item> absent = new ArrayList<>();

    @Override
    public void item(Item item, InputStream in) throws IOException {
        bytes.put(item.path(), in.readAllBytes());
        parts.put(item.path(), item.part());
    }

    @Override
    public void absent(Item item) {
        absent.add(item);
    }

    /// What a door gives of an arrival.
    public static Taken from(PartnerDoor door, Arrival arrival) throws IOException {
        var taken = new Taken();
        door.read(arrival, taken);
        return taken;
    }

    /// The record's bytes.
    public byte[] jsonRecord() {
        return parts.entrySet().stream()
                .filter(entry -> entry.getValue() == Item.Part.RECORD)
                .map(entry -> bytes.get(entry.getKey()))
                .findFirst()
                .orElseThrow();
    }
}
