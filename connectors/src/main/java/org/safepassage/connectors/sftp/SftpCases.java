package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.OldestFirst;
import org.safepassage.connectors.plumbing.ResumingStream;

/// Case files from folders on an SFTP server, one folder a case with a record file in it.
///
/// The listing itself is the truth: times on a server may be set by whoever uploads, so no cursor leaves anything
/// out; what was sealed is known by its fingerprint and leaves the listing when it is acknowledged.
final class SftpCases implements PartnerDoor {
    /// How an arrival is acknowledged.
    enum Acknowledgement {
        /// The folder is renamed into another one.
        MOVE,
        /// A file `.sealed` with the fingerprint is written into the folder.
        MARK,
        /// Nothing is changed; the hub's own memory is all there is.
        NONE
    }

    /// @param casesFolder folder that holds the case folders
    /// @param doneFolder where acknowledged folders go
    /// @param acknowledgement what acknowledging does
    /// @param settleSeconds how long the newest file of a folder must have been left alone
    record Places(String casesFolder, String doneFolder, Acknowledgement acknowledgement, int settleSeconds) {}

    private final SftpLine line;
    private final CaseFolders folders;
    private final Places places;
    private final InstantSource clock;

    SftpCases(SftpLine line, CaseFolders folders, Places places, InstantSource clock) {
        this.line = line;
        this.folders = folders;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        folders.tryListing();
        var listed = new OldestFirst<>(folders::forEach, CaseFolders.Listed.OLDEST_FIRST, OldestFirst.BATCH);
        var settled = new SettledFolders(listed, folders, places.settleSeconds(), clock);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(settled, Spliterator.ORDERED), false)
                .filter(folder -> unmarked(folder))
                .map(SftpCases::arrival);
    }

    private boolean unmarked(CaseFolder folder) {
        try {
            return places.acknowledgement() != Acknowledgement.MARK
                    || !folders.mark(folder.name()).equals(Optional.of(folder.fingerprint()));
        } catch (DoorProblem problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Arrival arrival(CaseFolder folder) {
        String name = ItemPaths.shown(
                ItemPaths.decode(folder.name().getBytes(StandardCharsets.ISO_8859_1), Charset.forName("windows-1251")));
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
        String path = places.casesFolder() + "/" + folder.name() + "/" + entry.wire();
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
            InputStream in = sftp.read(path, 1 << 18);
            in.skipNBytes(offset);
            return in;
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
        if (places.acknowledgement() == Acknowledgement.NONE) {
            return;
        }
        Optional<CaseFolder> folder = folders.look(arrival.place());
        if (folder.isEmpty() || !folder.get().fingerprint().equals(arrival.fingerprint())) {
            return;
        }
        if (places.acknowledgement() == Acknowledgement.MARK) {
            mark(arrival);
        } else {
            move(arrival);
        }
    }

    private void mark(Arrival arrival) throws DoorProblem {
        line.ask(sftp -> {
            String path = places.casesFolder() + "/" + arrival.place() + "/" + CaseFolders.MARK;
            try (var out = sftp.write(
                    path,
                    EnumSet.of(SftpClient.OpenMode.Create, SftpClient.OpenMode.Write, SftpClient.OpenMode.Truncate))) {
                out.write((arrival.fingerprint() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            return true;
        });
    }

    private void move(Arrival arrival) throws DoorProblem {
        line.ask(sftp -> {
            String from = places.casesFolder() + "/" + arrival.place();
            if (!exists(sftp, from)) {
                return true; // the rename went through just before the connection broke
            }
            if (!exists(sftp, places.doneFolder())) {
                sftp.mkdir(places.doneFolder());
            }
            String to = places.doneFolder() + "/" + arrival.place();
            if (exists(sftp, to)) {
                to += "-"
                        + Fingerprint.of(List.of(
                                        arrival.fingerprint(), clock.instant().toString()))
                                .substring(0, 12);
            }
            sftp.rename(from, to);
            return true;
        });
    }

    private static boolean exists(SftpClient sftp, String path) throws IOException {
        try {
            sftp.lstat(path);
            return true;
        } catch (SftpException absent) {
            if (absent.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw absent;
        }
    }

    @Override
    public DoorReport test() {
        return SftpSteps.upToLogin(line)
                .then("list", () -> {
                    folders.tryListing();
                    return "casesFolder can be listed";
                })
                .then("acknowledge", this::tryAcknowledging)
                .report();
    }

    private String tryAcknowledging() throws DoorProblem {
        if (places.acknowledgement() != Acknowledgement.MOVE) {
            return "nothing is moved";
        }
        boolean there = line.ask(sftp -> exists(sftp, places.doneFolder()));
        return there ? "doneFolder is there" : "doneFolder is not there yet; it is made when the first case is sealed";
    }

    @Override
    public void close() {
        line.close();
    }
}
