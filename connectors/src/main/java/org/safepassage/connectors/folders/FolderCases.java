package org.safepassage.connectors.folders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.plumbing.OldestFirst;
import org.safepassage.connectors.plumbing.StepByStep;

/// Case files from a folder that a partner shares: one folder a case with a record file in it, ZIP bundles
/// beside them.
///
/// The listing itself is the truth: times may be set by whoever uploads, so no cursor leaves anything out;
/// what was sealed is known by its fingerprint and leaves the listing when it is acknowledged.
public final class FolderCases implements PartnerDoor {
    private final SharedFiles files;
    private final Supplier<StepByStep> firstSteps;
    private final CaseFolders folders;
    private final Acknowledgement acknowledgement;
    private final int settleSeconds;
    private final InstantSource clock;

    /// @param firstSteps of the door's test, up to the log-in
    /// @param settleSeconds how long the newest file of a case must have been left alone
    FolderCases(
            SharedFiles files,
            Supplier<StepByStep> firstSteps,
            CaseFolders folders,
            Acknowledgement acknowledgement,
            int settleSeconds,
            InstantSource clock) {
        this.files = files;
        this.firstSteps = firstSteps;
        this.folders = folders;
        this.acknowledgement = acknowledgement;
        this.settleSeconds = settleSeconds;
        this.clock = clock;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        folders.tryListing();
        var listed = new OldestFirst<>(folders::forEach, CaseFolders.Listed.OLDEST_FIRST, OldestFirst.BATCH);
        var settled = new SettledFolders(listed, folders, settleSeconds, clock);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(settled, Spliterator.ORDERED), false)
                .filter(found -> !acknowledged(found))
                .map(SharedCase::arrival);
    }

    private boolean acknowledged(SharedCase found) {
        try {
            return acknowledgement.given(files, found);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        unchanged(arrival).read(files, folders.path(arrival.place()), reader);
        unchanged(arrival);
    }

    private SharedCase unchanged(Arrival arrival) throws IOException {
        SharedCase found = folders.look(arrival.place())
                .orElseThrow(() -> new DoorProblem(Kind.GONE, "a case is not there any more"));
        if (!found.fingerprint().equals(arrival.fingerprint())) {
            throw new DoorProblem(Kind.CHANGED, "a case changed since it was listed");
        }
        return found;
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        if (acknowledgement.way() == Acknowledgement.Way.NONE) {
            return;
        }
        Optional<SharedCase> found = folders.lookAgain(arrival.place());
        if (found.isPresent() && found.get().fingerprint().equals(arrival.fingerprint())) {
            acknowledgement.give(files, found.get(), folders.markerOf(found.get()));
        }
    }

    @Override
    public DoorReport test() {
        return firstSteps
                .get()
                .then("list", () -> {
                    folders.tryListing();
                    return "casesFolder can be listed";
                })
                .then("acknowledge", () -> acknowledgement.test(files))
                .report();
    }

    @Override
    public void close() {
        files.close();
    }
}
