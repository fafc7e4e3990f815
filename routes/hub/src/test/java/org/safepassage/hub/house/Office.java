package org.safepassage.hub.house;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;

/// A partner's system in memory, a fake because it must fail on demand and be watched. Holds one record a case, and
/// exhibits if a test attaches them.
public final class Office implements PartnerDoor {
    private final Map<String, String> records = new ConcurrentSkipListMap<>();
    private final Map<String, Map<String, String>> exhibits = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedDeque<Trouble> troubles = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();

    /// What goes wrong at the door, once.
    @FunctionalInterface
    public interface Trouble {
        /// Throws, or keeps the caller waiting.
        void happen() throws IOException;
    }

    /// A case with one complainant, as this office writes it down.
    public void put(String number, String title) {
        records.put(number, """
                {"partnerCaseNumber": "%s", "title": "%s", "categories": ["torture"],
                 "persons": [{"id": "p1", "role": "complainant", "sex": "female", "names": [{"full": "Vera Lysenok"}]}],
                 "consents": [{"person": "p1", "status": "given", "given": "2025-01-01",
                   "scopes": [{"recipients": ["*"], "purposes": ["accountability"], "categories": ["*"], "byName": false}]}]}
                """.formatted(number, title));
    }

    /// A text file that comes with a case.
    public void attach(String number, String path, String text) {
        exhibits.computeIfAbsent(number, key -> new ConcurrentSkipListMap<>()).put(path, text);
    }

    /// A paper that the case's record names as such.
    public void attachPaper(String number, String path, String text) {
        attach(number, path, text);
        String named = "\"exhibits\": [";
        records.computeIfPresent(number, (key, record) -> {
            boolean first = !record.contains(named);
            String begun = first ? record.replaceFirst("\\{", "{" + named + "], ") : record;
            return begun.replace(
                    named, named + "{\"path\": \"" + path + "\", \"kind\": \"document\"}" + (first ? "" : ", "));
        });
    }

    /// The next time somebody comes to the door this happens; several happen one after the other.
    public void next(Trouble trouble) {
        troubles.add(trouble);
    }

    /// Case numbers whose copies the hub has acknowledged.
    public List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /// How often somebody came to list or read.
    public int looks() {
        return looks.get();
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        come();
        return records.entrySet().stream().map(entry -> arrival(entry.getKey(), entry.getValue()));
    }

    private Arrival arrival(String number, String record) {
        var items = new ArrayList<Item>();
        items.add(Item.present("record.json", record.length(), Item.Part.RECORD));
        of(number).forEach((path, text) -> items.add(Item.present(path, text.length(), Item.Part.EXHIBIT)));
        return new Arrival(number, number, digest(record + of(number)), number, items);
    }

    private Map<String, String> of(String number) {
        return exhibits.getOrDefault(number, Map.of());
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        come();
        for (Item item : arrival.items()) {
            String text = item.part() == Item.Part.RECORD
                    ? String.valueOf(records.get(arrival.key()))
                    : String.valueOf(of(arrival.key()).get(item.path()));
            reader.item(item, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void acknowledge(Arrival arrival) {
        acknowledged.add(arrival.key());
    }

    @Override
    public DoorReport test() {
        return new DoorReport(List.of(new DoorReport.Step("list", true, "the office can be listed", "")));
    }

    @Override
    public void close() {}

    private void come() throws IOException {
        looks.incrementAndGet();
        Trouble trouble = troubles.poll();
        if (trouble != null) trouble.happen();
    }

    private static String digest(String record) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(record.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
