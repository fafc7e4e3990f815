package org.safepassage.hub.doors;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;

/// Takes the record of one arrival into memory, within a bound, and of everything else only what it is called. Nothing
/// is written anywhere. For one arrival.
final class RecordTaker implements ItemReader {
    /// Bytes of a record that is looked into; more is no record.
    static final int LARGEST_RECORD = 16 << 20;

    /// Items that are noted.
    static final int MOST_ITEMS = 1_000;

    private final boolean recordIsEnough;
    private final List<Item> items = new ArrayList<>();
    private byte[] partnerRecord = new byte[0];
    private int count;
    private boolean found;

    private RecordTaker(boolean recordIsEnough) {
        this.recordIsEnough = recordIsEnough;
    }

    /// Ends a reading that has what it came for.
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Reads until the record is there.
    static RecordTaker recordOf(PartnerDoor door, Arrival arrival) throws IOException {
        return from(door, arrival, new RecordTaker(true));
    }

    /// Reads the record, and goes through the other items without reading them.
    static RecordTaker everythingOf(PartnerDoor door, Arrival arrival) throws IOException {
        return from(door, arrival, new RecordTaker(false));
    }

    private static RecordTaker from(PartnerDoor door, Arrival arrival, RecordTaker taker) throws IOException {
        try {
            door.read(arrival, taker);
        } catch (Enough enough) {
            return taker;
        }
        return taker;
    }

    @Override
    public void item(Item item, InputStream bytes) throws IOException {
        note(item);
        if (item.part() == Item.Part.RECORD && !found) {
            partnerRecord = bytes.readNBytes(LARGEST_RECORD + 1);
            found = true;
        }
        if (found && recordIsEnough) throw new Enough();
    }

    @Override
    public void absent(Item item) throws IOException {
        note(item);
    }

    private void note(Item item) throws IOException {
        count++;
        if (items.size() < MOST_ITEMS) items.add(item);
        if (recordIsEnough && count > MOST_ITEMS) throw new Enough();
    }

    /// Whether a record came.
    boolean hasRecord() {
        return found;
    }

    /// Its bytes; one more than [#LARGEST_RECORD] when it is too large.
    byte[] partnerRecord() {
        return partnerRecord;
    }

    /// What came, the first [#MOST_ITEMS].
    List<Item> items() {
        return items;
    }

    /// How many items came.
    int count() {
        return count;
    }
}
