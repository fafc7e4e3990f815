package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Comparator;
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
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.OldestFirst;
import org.safepassage.connectors.plumbing.ResumingStream;

/// Case files from folders on an SFTP server, one folder a case with a record file in it.
///
/// The listing itself is the truth: times on a server may be set by whoever uploads, so no cursor leaves anything
/// out; what was sealed is known by its fingerprint and leaves the listing when it is acknowledged.
final class SftpCases implements PartnerDoor {
    private final SftpLine line;
    private final CaseFolders folders;
    private final Acknowledgement acknowledgement;
    private final int settleSeconds;
    private final InstantSource clock;

    /// @param settleSeconds how long the newest file of a folder must have been left alone
    SftpCases(
            SftpLine line,
            CaseFolders folders,
            Acknowledgement acknowledgement,
            int settleSeconds,
            InstantSource clock) {
        this.line = line;
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
                .filter(folder -> !acknowledged(folder))
                .map(SftpCases::arrival);
    }

    private boolean acknowledged(CaseFolder folder) {
        try {
            return acknowledgement.given(line, folder);
        } catch (DoorProblem problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Arrival arrival(CaseFolder folder) {
        String name = ItemPaths.shown(SftpPaths.text(folder.name()));
        return new Arrival(
                folder.caseNumber().orElse(name),
                folder.name(),
                folder.fingerprint(),
                "",
                folder.overfull() ? folder.items().subList(0, 1) : folder.items());
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        CaseFolder folder = unchanged(arrival);
        if (folder.overfull()) {
            throw new DoorProblem(Kind.HOSTILE, "a case folder has more files than mostFiles allows");
        }
        for (var entry : folder.entries().stream()
                .sorted(Comparator.comparing(each -> each.item().part() != Item.Part.RECORD))
                .toList()) {
            if (entry.item().presence() == Item.Presence.PRESENT) {
                give(folder, entry, reader);
            } else {
                reader.absent(entry.item());
            }
        }
        for (Item item : folder.absent()) {
            reader.absent(item);
        }
        unchanged(arrival);
    }

    private void give(CaseFolder folder, CaseFolder.Entry entry, ItemReader reader) throws IOException {
        String path = folders.path(folder.name()) + "/" + entry.wire();
        try (var bytes = new ResumingStream(
                offset -> open(path, entry, offset), entry.item().size())) {
            reader.item(entry.item(), bytes);
        }
    }

    private InputStream open(String path, CaseFolder.Entry entry, long offset) throws DoorProblem {
        return line.ask(sftp -> {
            var now = sftp.lstat(path);
            if (!now.isRegularFile()
                    || now.getSize() != entry.item().size()
                    || now.getModifyTime().toMillis() / 1000 != entry.modified()) {
                throw new DoorProblem(Kind.CHANGED, "a file changed while its case was read");
            }
            return SftpPaths.open(sftp, path, offset);
        });
    }

    private CaseFolder unchanged(Arrival arrival) throws DoorProblem {
        CaseFolder folder = folders.look(arrival.place())
                .orElseThrow(() -> new DoorProblem(Kind.GONE, "a case folder is not there any more"));
        if (!folder.fingerprint().equals(arrival.fingerprint())) {
            throw new DoorProblem(Kind.CHANGED, "a case folder changed since it was listed");
        }
        return folder;
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        if (acknowledgement.way() == Acknowledgement.Way.NONE) {
            return;
        }
        Optional<CaseFolder> folder = folders.look(arrival.place());
        if (folder.isPresent() && folder.get().fingerprint().equals(arrival.fingerprint())) {
            acknowledgement.give(line, arrival.place(), arrival.fingerprint());
        }
    }

    @Override
    public DoorReport test() {
        return SftpSteps.upToLogin(line)
                .then("list", () -> {
                    folders.tryListing();
                    return "casesFolder can be listed";
                })
                .then("acknowledge", () -> acknowledgement.test(line))
                .report();
    }

    @Override
    public void close() {
        line.close();
    }
}
