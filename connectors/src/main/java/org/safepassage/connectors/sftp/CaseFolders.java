package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.RecordPointers;

/// Lists case folders and looks into one. Everything the server says about names is data: a link is never followed, a
/// name that leaves the folder is never opened.
final class CaseFolders {
    private static final int LARGEST_RECORD_LOOKED_INTO = 8 << 20;
    private static final int DEEPEST = 8;
    private static final Charset OLD_SYSTEMS = Charset.forName("windows-1251");
    static final String MARK = ".sealed";

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
        this.recordWire = new String(recordFile.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        this.pointers = pointers;
        this.mostFiles = mostFiles;
    }

    /// Lists the folders below the root in the server's order.
    void forEach(Consumer<Listed> folders) throws DoorProblem {
        line.askOnce(sftp -> {
            list(sftp, root, entry -> {
                var attributes = entry.getAttributes();
                if (attributes.isDirectory() && !entry.getFilename().startsWith(".")) {
                    folders.accept(new Listed(entry.getFilename(), modified(attributes)));
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
                list(sftp, root, entry -> false);
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
        var entries = new ArrayList<CaseFolder.Entry>();
        boolean overfull = !walk(sftp, name, "", 0, entries, new ItemPaths());
        entries.sort(Comparator.comparing(CaseFolder.Entry::wire));
        var jsonRecord = entries.stream()
                .filter(entry -> entry.item().part() == Item.Part.RECORD)
                .findFirst();
        if (jsonRecord.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = jsonRecord.get().item().size() > LARGEST_RECORD_LOOKED_INTO
                ? new byte[0]
                : content(sftp, root + "/" + name + "/" + jsonRecord.get().wire(), LARGEST_RECORD_LOOKED_INTO);
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
                overfull));
    }

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

    /// @return false when there are more files than allowed; the record is found all the same
    private boolean walk(
            SftpClient sftp, String name, String below, int depth, List<CaseFolder.Entry> entries, ItemPaths paths)
            throws IOException {
        var folders = new ArrayList<String>();
        var complete = new AtomicBoolean(true);
        list(sftp, root + "/" + name + "/" + below, entry -> {
            String file = entry.getFilename();
            String wire = below + file;
            var attributes = entry.getAttributes();
            boolean full = entries.size() + folders.size() >= mostFiles;
            if (wire.equals(MARK)) {
                return true;
            }
            if (full && !wire.equals(recordWire)) {
                complete.set(false);
            } else if (attributes.isDirectory() && depth < DEEPEST && !file.contains("/")) {
                folders.add(wire + "/");
            } else {
                entries.add(entry(wire, file, attributes, paths));
            }
            return true;
        });
        for (String folder : folders) {
            complete.set(complete.get() && walk(sftp, name, folder, depth + 1, entries, paths));
        }
        return complete.get();
    }

    private CaseFolder.Entry entry(String wire, String file, SftpClient.Attributes attributes, ItemPaths paths) {
        String path = ItemPaths.decode(wire.getBytes(StandardCharsets.ISO_8859_1), OLD_SYSTEMS);
        boolean readable = attributes.isRegularFile() && !file.contains("/");
        boolean isRecord = readable && wire.equals(recordWire);
        return new CaseFolder.Entry(
                wire,
                modified(attributes),
                new Item(
                        paths.safe(path),
                        readable ? attributes.getSize() : -1,
                        isRecord ? Item.Part.RECORD : Item.Part.EXHIBIT,
                        readable ? Item.Presence.PRESENT : Item.Presence.REFUSED));
    }

    /// The fingerprint that the mark in a folder names, if there is a mark.
    Optional<String> mark(String name) throws DoorProblem {
        return line.ask(sftp -> {
            try {
                byte[] bytes = content(sftp, root + "/" + name + "/" + MARK, 100);
                return Optional.of(new String(bytes, StandardCharsets.US_ASCII).strip());
            } catch (SftpException absent) {
                if (absent.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    return Optional.<String>empty();
                }
                throw absent;
            }
        });
    }

    private static byte[] content(SftpClient sftp, String path, int most) throws IOException {
        try (var in = sftp.read(path)) {
            return in.readNBytes(most);
        }
    }

    /// What looks at an entry and says whether to go on.
    private interface Visitor {
        boolean visit(SftpClient.DirEntry entry) throws IOException;
    }

    /// @return false when the visitor stopped it
    private static boolean list(SftpClient sftp, String path, Visitor visitor) throws IOException {
        try (var handle = sftp.openDir(path)) {
            for (var batch = sftp.readDir(handle); batch != null; batch = sftp.readDir(handle)) {
                for (var entry : batch) {
                    String file = entry.getFilename();
                    if (!file.equals(".") && !file.equals("..") && !file.isEmpty() && !visitor.visit(entry)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static long modified(SftpClient.Attributes attributes) {
        var time = attributes.getModifyTime();
        return time == null ? 0 : time.toMillis() / 1000;
    }
}
