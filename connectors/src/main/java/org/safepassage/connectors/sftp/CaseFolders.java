package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.sshd.sftp.client.SftpClient;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.RecordPointers;

/// Lists case folders and looks into one. Everything the server says about names is data: a link is never followed, a
/// name that leaves the folder is never opened.
final class CaseFolders {
    private static final int LARGEST_RECORD_LOOKED_INTO = 8 << 20;

    /// A folder in the listing.
    ///
    /// @param name wire name
    /// @param modified seconds since 1970 by the server's clock
    record Listed(String name, long modified) {
        static final Comparator<Listed> OLDEST_FIRST =
                Comparator.comparingLong(Listed::modified).thenComparing(Listed::name);
    }

    private final SftpLine line;
    private final String root;
    private final String recordWire;
    private final RecordPointers pointers;
    private final int mostFiles;

    CaseFolders(SftpLine line, String root, String recordFile, RecordPointers pointers, int mostFiles) {
        this.line = line;
        this.root = root;
        this.recordWire = SftpPaths.wire(recordFile);
        this.pointers = pointers;
        this.mostFiles = mostFiles;
    }

    /// Where a case folder is, by its wire name.
    String path(String name) {
        return root + "/" + name;
    }

    /// Lists the folders below the root in the server's order.
    void forEach(Consumer<Listed> folders) throws DoorProblem {
        line.askOnce(sftp -> {
            SftpListing.visit(sftp, root, entry -> {
                var attributes = entry.getAttributes();
                if (attributes.isDirectory() && !entry.getFilename().startsWith(".")) {
                    folders.accept(new Listed(entry.getFilename(), SftpListing.modified(attributes)));
                }
                return true;
            });
            return true;
        });
    }

    /// Tells whether the root can be listed; reads the first answer only.
    void tryListing() throws DoorProblem {
        try {
            line.ask(sftp -> {
                SftpListing.visit(sftp, root, entry -> false);
                return true;
            });
        } catch (DoorProblem problem) {
            throw problem.kind() == DoorProblem.Kind.GONE
                    ? new DoorProblem(DoorProblem.Kind.NOT_FOUND, "there is no folder as casesFolder says")
                    : problem;
        }
    }

    /// Looks into a folder; empty when there is no record file in it (yet), or no such folder.
    Optional<CaseFolder> look(String name) throws DoorProblem {
        try {
            return line.ask(sftp -> look(sftp, name));
        } catch (DoorProblem problem) {
            if (problem.kind() == DoorProblem.Kind.GONE) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private Optional<CaseFolder> look(SftpClient sftp, String name) throws IOException {
        var walk = new FolderWalk(sftp, path(name), recordWire, mostFiles);
        List<CaseFolder.Entry> entries = walk.entries();
        var jsonRecord = entries.stream()
                .filter(entry -> entry.item().part() == Item.Part.RECORD)
                .findFirst();
        if (jsonRecord.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = jsonRecord.get().item().size() > LARGEST_RECORD_LOOKED_INTO
                ? new byte[0]
                : content(sftp, path(name) + "/" + jsonRecord.get().wire());
        var found = pointers.wanted() ? pointers.in(bytes) : new RecordPointers.Found(Optional.empty(), List.of());
        long newest =
                entries.stream().mapToLong(CaseFolder.Entry::modified).max().orElse(0);
        return Optional.of(new CaseFolder(
                name,
                entries,
                missing(entries, found.files()),
                found.caseNumber(),
                HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes)),
                newest,
                walk.overfull()));
    }

    /// What the record names and the folder does not have; a name that leads out of the folder is refused, not looked
    /// for.
    private static List<Item> missing(List<CaseFolder.Entry> entries, List<String> named) {
        Set<String> there = new HashSet<>();
        entries.forEach(entry -> there.add(ItemPaths.comparable(entry.item().path())));
        var paths = new ItemPaths();
        var missing = new ArrayList<Item>();
        for (String path : new LinkedHashSet<>(named)) {
            String plain = ItemPaths.comparable(path.startsWith("./") ? path.substring(2) : path);
            if (!there.contains(plain) && !there.contains(ItemPaths.shown(plain))) {
                var presence = ItemPaths.stays(plain) ? Item.Presence.MISSING : Item.Presence.REFUSED;
                missing.add(new Item(paths.safe(path), -1, Item.Part.EXHIBIT, presence));
            }
        }
        return missing;
    }

    private static byte[] content(SftpClient sftp, String path) throws IOException {
        try (var in = sftp.read(path)) {
            return in.readNBytes(LARGEST_RECORD_LOOKED_INTO);
        }
    }
}
