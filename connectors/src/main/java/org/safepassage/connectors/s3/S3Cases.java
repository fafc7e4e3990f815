package org.safepassage.connectors.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.bundles.ZipBundle;
import org.safepassage.connectors.http.HttpSteps;
import org.safepassage.connectors.plumbing.OldestFirst;

/// Case files from a bucket. The listing is the truth: what was sealed is known by its fingerprint, and by its tag or
/// its absence once it is acknowledged.
final class S3Cases implements PartnerDoor {
    /// What is done when a case is sealed.
    enum Acknowledgement {
        TAG,
        MOVE,
        NONE;

        static Acknowledgement of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /// How bundles are read.
    ///
    /// @param recordFile name of the record in a bundle
    /// @param limits what it may hold
    record Bundles(String recordFile, ZipBundle.Limits limits) {
        void read(S3Objects objects, S3Case.Entry bundle, ItemReader reader) throws IOException {
            ZipBundle.read(bundle.item(), offset -> objects.open(bundle.object(), offset), recordFile, limits, reader);
        }
    }

    private final S3Objects objects;
    private final CaseKeys keys;
    private final Bundles bundles;
    private final Acknowledgement way;
    private final DoneMove done;
    private final long settleMillis;

    /// @param settleSeconds how long the newest object of a case must have been left alone, by the server's clock
    S3Cases(S3Objects objects, CaseKeys keys, Bundles bundles, Acknowledgement way, DoneMove done, int settleSeconds) {
        this.objects = objects;
        this.keys = keys;
        this.bundles = bundles;
        this.way = way;
        this.done = done;
        this.settleMillis = settleSeconds * 1_000L;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        objects.tryListing(keys.prefix());
        var listed = new OldestFirst<>(keys::forEach, CaseKeys.Listed.OLDEST_FIRST, OldestFirst.BATCH);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(listed, Spliterator.ORDERED), false)
                .flatMap(each -> waiting(each).stream())
                .map(found -> new Arrival(
                        found.caseNumber().orElse(found.name()), found.name(), found.fingerprint(), "", found.items()));
    }

    private Optional<S3Case> waiting(CaseKeys.Listed listed) {
        try {
            Optional<S3Case> found = keys.look(listed.name());
            boolean waits = found.isPresent()
                    && (settleMillis == 0
                            || found.get().newest() <= objects.line().now().toEpochMilli() - settleMillis)
                    && !(way == Acknowledgement.TAG && new Mark(objects.line()).given(found.get()));
            return waits ? found : Optional.empty();
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.CHANGED || problem.kind() == Kind.GONE) {
                return Optional.empty(); // replaced between two requests: the next pull sees it
            }
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        S3Case found = unchanged(arrival);
        if (found.overfull()) {
            throw new DoorProblem(Kind.HOSTILE, "a case has more objects than mostFiles allows");
        }
        for (S3Case.Entry entry : found.entries()) {
            if (entry.item().part() == Item.Part.ORIGINAL) {
                bundles.read(objects, entry, reader);
            } else if (entry.item().presence() == Item.Presence.PRESENT) {
                try (var bytes = objects.open(entry.object())) {
                    reader.item(entry.item(), bytes);
                }
            } else {
                reader.absent(entry.item());
            }
        }
        for (Item item : found.absent()) {
            reader.absent(item);
        }
        unchanged(arrival);
    }

    private S3Case unchanged(Arrival arrival) throws DoorProblem {
        S3Case found = keys.look(arrival.place())
                .orElseThrow(() -> new DoorProblem(Kind.GONE, "a case is not in the bucket any more"));
        if (!found.fingerprint().equals(arrival.fingerprint())) {
            throw new DoorProblem(Kind.CHANGED, "a case changed since it was listed");
        }
        return found;
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        if (way == Acknowledgement.NONE) {
            return;
        }
        try {
            S3Case found = unchanged(arrival);
            if (way == Acknowledgement.TAG) {
                new Mark(objects.line()).give(found);
            } else {
                done.move(found);
            }
        } catch (DoorProblem problem) {
            if (problem.kind() != Kind.CHANGED && problem.kind() != Kind.GONE) {
                throw problem;
            }
            if (problem.kind() == Kind.GONE && way == Acknowledgement.MOVE) {
                done.finish(keys.prefix(), arrival.place(), arrival.fingerprint());
            }
        }
    }

    @Override
    public DoorReport test() {
        return HttpSteps.upToTls(objects.line().http())
                .then("authenticate", () -> {
                    try {
                        objects.tryListing(keys.prefix());
                    } catch (DoorProblem problem) {
                        if (problem.kind() != Kind.NOT_FOUND && problem.kind() != Kind.PERMISSION) {
                            throw problem;
                        }
                    }
                    return "the keys are taken";
                })
                .then("list", () -> {
                    objects.tryListing(keys.prefix());
                    return "the bucket can be listed";
                })
                .report();
    }

    @Override
    public void close() {
        objects.line().close();
    }
}
