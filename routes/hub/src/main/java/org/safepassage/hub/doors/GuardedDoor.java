package org.safepassage.hub.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.hub.doors.PartnerGuards.Guard;

/// A partner's door that keeps the partner's limits. For one thread, as the door inside.
final class GuardedDoor implements PartnerDoor {
    private final String partner;
    private final PartnerDoor door;
    private final Guard guard;

    GuardedDoor(String partner, PartnerDoor door, Guard guard) {
        this.partner = partner;
        this.door = door;
        this.guard = guard;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        guard.before(partner);
        Stream<Arrival> listing;
        try {
            listing = door.changes(cursor);
        } catch (IOException | RuntimeException failed) {
            guard.failed(failed);
            throw failed;
        }
        var told = new Told(listing.iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(told, Spliterator.ORDERED), false)
                .onClose(listing::close)
                .onClose(told::ended);
    }

    /// Tells the guard how a listing went, which is known when it has been read or left.
    private final class Told implements Iterator<Arrival> {
        private final Iterator<Arrival> listing;
        private boolean told;

        Told(Iterator<Arrival> listing) {
            this.listing = listing;
        }

        @Override
        public boolean hasNext() {
            try {
                return listing.hasNext();
            } catch (UncheckedIOException failed) {
                failed(java.util.Objects.requireNonNull(failed.getCause()));
                throw failed;
            }
        }

        @Override
        public Arrival next() {
            try {
                return listing.next();
            } catch (UncheckedIOException failed) {
                failed(java.util.Objects.requireNonNull(failed.getCause()));
                throw failed;
            }
        }

        private void failed(IOException why) {
            if (told) return;
            told = true;
            guard.failed(why);
        }

        void ended() {
            if (told) return;
            told = true;
            guard.wentWell();
        }
    }

    private interface Call {
        void run() throws IOException;
    }

    private void call(Call call) throws IOException {
        guard.before(partner);
        try {
            call.run();
            guard.wentWell();
        } catch (IOException | RuntimeException failed) {
            guard.failed(failed);
            throw failed;
        }
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        call(() -> door.read(arrival, new ItemReader() {
            @Override
            public void item(Item item, InputStream bytes) throws IOException {
                long most = guard.limits().largestItemMegabytes() * (1L << 20);
                if (most > 0 && item.size() > most) throw tooLarge();
                reader.item(item, new MeteredStream(bytes, guard.bytes(), most == 0 ? Long.MAX_VALUE : most));
            }

            @Override
            public void absent(Item item) throws IOException {
                reader.absent(item);
            }
        }));
    }

    /// What is over the limit may be more than the partner says, so this is told by whoever counts.
    static DoorProblem tooLarge() {
        return new DoorProblem(
                DoorProblem.Kind.CONFIGURATION,
                "a file of this arrival is larger than limits.largestItemMegabytes: raise it, or ask the partner to divide"
                        + " the file");
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        call(() -> door.acknowledge(arrival));
    }

    @Override
    public DoorReport test() {
        return door.test();
    }

    @Override
    public void close() {
        door.close();
    }
}
