package org.safepassage.hub.pipeline.steps;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.evidence.vault.Vault;
import org.safepassage.hub.configuration.ExchangeFile;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.CaseFiles.SealedItem;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Versions;
import org.safepassage.hub.pipeline.ArrivalOrder;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.CustodyEntry;
import org.springframework.transaction.support.TransactionTemplate;

/// Seal: reads an arrival whole into the vault, makes it a version of its case file, and only then acknowledges the
/// partner's copy. Each part is harmless when repeated, so a crash anywhere loses nothing and doubles nothing.
public final class Seal {
    /// Bytes of a record that anybody looks into; more is no record.
    static final int LARGEST_RECORD = 16 << 20;

    private final PartnerDoors doors;
    private final RunningConfiguration configuration;
    private final Vault originals;
    private final Arrivals arrivals;
    private final CaseFiles caseFiles;
    private final Versions versions;
    private final StepBook book;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Runnable toDisk;
    private final Room room;

    /// @param room on disk, without which nothing is taken in
    /// @param toDisk forces what the ledger has committed to the disk, before a partner's copy may go
    public Seal(
            PartnerDoors doors,
            RunningConfiguration configuration,
            Vault originals,
            Arrivals arrivals,
            CaseFiles caseFiles,
            Versions versions,
            StepBook book,
            TransactionTemplate transaction,
            ObjectMapper json,
            InstantSource clock,
            Runnable toDisk,
            Room room) {
        this.doors = doors;
        this.configuration = configuration;
        this.originals = originals;
        this.arrivals = arrivals;
        this.caseFiles = caseFiles;
        this.versions = versions;
        this.book = book;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.toDisk = toDisk;
        this.room = room;
    }

    /// Seals what the order names.
    ///
    /// @return the parcel to go on with, or null when there is nothing to do
    /// @throws IOException when it should be tried again
    public @Nullable Parcel seal(ArrivalOrder order) throws IOException {
        var entry = arrivals.find(order.arrival())
                .orElseThrow(() -> new IllegalStateException("no arrival " + order.arrival()));
        if (entry.stage() == Arrivals.Stage.HELD) return null;
        if (entry.version().isEmpty()) room.need();
        try (PartnerDoor door = doors.open(entry.partner())) {
            CaseFileVersion version =
                    entry.version().isPresent() ? entry.version().get() : read(entry, door);
            if (entry.stage() != Arrivals.Stage.ACKNOWLEDGED) {
                toDisk.run();
                door.acknowledge(entry.listing());
                arrivals.acknowledged(entry.id());
            }
            return new Parcel(version, "", 1);
        }
    }

    private CaseFileVersion read(Arrivals.Entry entry, PartnerDoor door) throws IOException {
        var taker = new Taker();
        door.read(entry.listing(), taker);
        String number = caseNumber(entry, taker.record);
        return java.util.Objects.requireNonNull(transaction.execute(tx -> {
            var admission = caseFiles.admit(entry.partner(), number, taker.recordDigest, taker.items);
            var version = admission.version();
            if (admission.isNew()) {
                versions.open(
                        version,
                        configuration.now().exchangesOf(entry.partner()).stream()
                                .map(ExchangeFile::name)
                                .toList());
            }
            arrivals.sealed(entry.id(), version);
            var facts = new TreeMap<String, String>();
            facts.put("arrival", entry.id());
            facts.put("partner", entry.partner());
            facts.put("new-version", String.valueOf(admission.isNew()));
            int position = 0;
            for (SealedItem item : taker.items) {
                position++;
                facts.put("original." + position, item.sha256() == null ? "absent" : item.sha256());
            }
            book.append(
                    new CustodyEntry(version.toString(), "seal", "hub", clock.instant(), facts), "seal/" + entry.id());
            return version;
        }));
    }

    /// The number in the record; the listing's key when the record cannot tell, so that even then nothing is lost.
    private String caseNumber(Arrivals.Entry entry, byte[] record) {
        String pointer = configuration.now().partner(entry.partner()).caseNumber();
        try {
            String number =
                    json.readTree(record).at(JsonPointer.compile(pointer)).asText("");
            return number.isBlank() || number.length() > 200 ? entry.listing().key() : number.strip();
        } catch (IOException unreadable) {
            return entry.listing().key();
        }
    }

    private final class Taker implements ItemReader {
        private final List<SealedItem> items = new ArrayList<>();
        private byte[] record = new byte[0];
        private String recordDigest = "";

        @Override
        public void item(Item item, InputStream bytes) throws IOException {
            var copy = new Copy(bytes);
            var kept = originals.put(item.part() == Item.Part.RECORD ? copy : bytes);
            items.add(new SealedItem(item.path(), item.part(), kept.sha256(), kept.size()));
            if (item.part() == Item.Part.RECORD) {
                record = copy.bytes();
                recordDigest = kept.sha256();
            }
        }

        @Override
        public void absent(Item item) {
            items.add(new SealedItem(item.path(), item.part(), null, 0));
        }
    }

    /// Keeps a copy of a record of ordinary size while it streams into the vault.
    private static final class Copy extends FilterInputStream {
        private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

        Copy(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0 && copy.size() < LARGEST_RECORD) copy.write(one);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0 && copy.size() < LARGEST_RECORD) copy.write(buffer, offset, count);
            return count;
        }

        byte[] bytes() {
            return copy.size() < LARGEST_RECORD ? copy.toByteArray() : new byte[0];
        }
    }
}
