package org.safepassage.connectors.folders;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.bundles.Bag;
import org.safepassage.connectors.plumbing.Fingerprint;
import org.safepassage.connectors.plumbing.NamedFiles;
import org.safepassage.connectors.plumbing.RecordPointers;

/// Lists cases and looks into one. Everything the other side says about names is data: a link is never
/// followed, a name that leaves the folder is never opened.
final class CaseFolders {
    private static final int LARGEST_RECORD_LOOKED_INTO = 8 << 20;

    /// What counts as a case.
    ///
    /// @param recordFile name of the record in a folder
    /// @param markerFile a case is not taken without this file in its folder or beside its bundle; empty
    ///     for none
    /// @param pointers what to look for in a record
    /// @param mostFiles how many files a case folder may have
    /// @param bundles when bundles are taken too
    record Shape(
            String recordFile,
            String markerFile,
            RecordPointers pointers,
            int mostFiles,
            Optional<CaseBundle.Kind> bundles) {}

    /// A folder or bundle in the listing.
    ///
    /// @param name wire name
    /// @param modified by the other side's clock
    record Listed(String name, Instant modified) {
        /// Equal times are common, and `-update2` sorts before `.zip` and after `-update10`: shorter names
        /// first.
        static final Comparator<Listed> OLDEST_FIRST = Comparator.comparing(Listed::modified)
                .thenComparingInt(listed -> listed.name().length())
                .thenComparing(Listed::name);
    }

    private final SharedFiles files;
    private final String root;
    private final Shape shape;
    private final String recordWire;
    private final String markerWire;

    CaseFolders(SharedFiles files, String root, Shape shape) {
        this.files = files;
        this.root = root;
        this.shape = shape;
        this.recordWire = WirePaths.wire(shape.recordFile());
        this.markerWire = WirePaths.wire(shape.markerFile());
    }

    /// Where a case is, by its wire name.
    String path(String name) {
        return root + "/" + name;
    }

    /// Lists the folders and bundles below the root in the other side's order.
    void forEach(Consumer<Listed> cases) throws IOException {
        files.list(root, entry -> {
            String name = entry.name();
            boolean isCase = !name.startsWith(".")
                    && !name.contains("/")
                    && switch (entry.type()) {
                        case FOLDER -> true;
                        case FILE -> isBundleName(name);
                        case OTHER -> false;
                    };
            if (isCase) {
                cases.accept(new Listed(name, entry.modified()));
            }
            return true;
        });
    }

    private boolean isBundleName(String name) {
        return shape.bundles().flatMap(kind -> kind.caseNumber(name)).isPresent();
    }

    /// Tells whether the root can be listed; reads the first answer only.
    void tryListing() throws IOException {
        try {
            SharedFiles.twice(() -> {
                files.list(root, entry -> false);
                return true;
            });
        } catch (DoorProblem problem) {
            throw problem.kind() == Kind.GONE
                    ? new DoorProblem(Kind.NOT_FOUND, "there is no folder as casesFolder says")
                    : problem;
        }
    }

    /// Looks at a case that may be taken; empty when there is no record or marker file (yet), or no such
    /// case.
    Optional<SharedCase> look(String name) throws IOException {
        return look(name, !markerWire.isEmpty());
    }

    /// The same for a case that was taken before, whether its marker file is there or not.
    Optional<SharedCase> lookAgain(String name) throws IOException {
        return look(name, false);
    }

    /// The marker file of a case beside a bundle; a folder has it inside.
    Optional<String> markerOf(SharedCase found) {
        return markerWire.isEmpty() || found instanceof CaseFolder
                ? Optional.empty()
                : Optional.of(found.name() + found.beside(markerWire));
    }

    private Optional<SharedCase> look(String name, boolean marked) throws IOException {
        try {
            return SharedFiles.twice(() -> isBundleName(name) ? either(name, marked) : folder(name, marked));
        } catch (DoorProblem problem) {
            if (problem.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /// A folder may have the name of a bundle.
    private Optional<SharedCase> either(String name, boolean marked) throws IOException {
        Optional<SharedFiles.Seen> seen = files.find(path(name));
        if (seen.isEmpty() || shape.bundles().isEmpty()) {
            return Optional.empty();
        }
        if (seen.get().type() != SharedFiles.Type.FILE) {
            return seen.get().type() == SharedFiles.Type.FOLDER ? folder(name, marked) : Optional.empty();
        }
        SharedCase bundle =
                CaseBundle.look(files, path(name), seen.get(), shape.bundles().get());
        boolean taken =
                !marked || files.find(path(name) + bundle.beside(markerWire)).isPresent();
        return taken ? Optional.of(bundle) : Optional.empty();
    }

    private Optional<SharedCase> folder(String name, boolean marked) throws IOException {
        var walk = new FolderWalk(
                files,
                path(name),
                Set.of(recordWire, Bag.DECLARATION, Bag.PAYLOAD + recordWire, markerWire),
                shape.mostFiles());
        var found = new ArrayList<>(walk.found());
        boolean incomplete =
                marked && found.stream().noneMatch(each -> each.wire().equals(markerWire));
        found.removeIf(
                each -> each.wire().equals(Acknowledgement.MARK) || each.wire().equals(markerWire));
        boolean bag = found.stream().anyMatch(each -> each.wire().equals(Bag.DECLARATION) && each.isPlainFile());
        var names = new ItemNames(recordWire, bag);
        List<CaseFolder.Entry> entries = names.entries(found);
        var jsonRecord = entries.stream()
                .filter(entry -> entry.item().part() == Item.Part.RECORD)
                .findFirst();
        if (jsonRecord.isEmpty() || incomplete) {
            return Optional.empty();
        }
        byte[] bytes = content(path(name), jsonRecord.get());
        var pointed = shape.pointers().wanted()
                ? shape.pointers().in(bytes)
                : new RecordPointers.Found(Optional.empty(), List.of());
        return Optional.of(new CaseFolder(
                name,
                entries,
                NamedFiles.absent(entries.stream().map(CaseFolder.Entry::item).toList(), pointed.files()),
                pointed.caseNumber(),
                HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes)),
                bag,
                walk.overfull()));
    }

    private byte[] content(String folder, CaseFolder.Entry entry) throws IOException {
        if (entry.item().size() > LARGEST_RECORD_LOOKED_INTO) {
            return new byte[0];
        }
        try (var in = files.open(folder + "/" + entry.wire(), 0)) {
            return in.readNBytes(LARGEST_RECORD_LOOKED_INTO);
        }
    }
}
