package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpSteps;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.LastMovesCursor;
import org.safepassage.connectors.plumbing.OldestFirst;

/// Case files from a WebDAV folder, one ZIP bundle a case or update. The bundle is given first, as it came,
/// then its members; that reads it twice over the line, held together by its ETag, so that nothing is
/// unpacked to disk.
final class WebdavBundles implements PartnerDoor {
    /// @param caseName finds the case number in a file name: group 1
    /// @param recordFile name of the record in a bundle
    /// @param limits what a bundle may hold
    /// @param doneFolder where sealed bundles are moved; empty to leave them
    /// @param subfolders whether bundles lie also in folders below
    /// @param skipUnchanged whether an unchanged ETag of a folder means that nothing below it changed
    record Shape(
            Pattern caseName,
            String recordFile,
            ZipBundle.Limits limits,
            String doneFolder,
            boolean subfolders,
            boolean skipUnchanged) {}

    /// @param key case number
    /// @param file as listed
    private record Bundle(String key, DavEntry file) {
        /// Equal times are common, and `-update2` sorts before `.zip` and after `-update10`: shorter names
        /// first.
        static final Comparator<Bundle> OLDEST_FIRST = Comparator.comparingLong(
                        (Bundle bundle) -> bundle.file().modified())
                .thenComparing(Bundle::key)
                .thenComparingInt(bundle -> bundle.file().place().length())
                .thenComparing(bundle -> bundle.file().place());
    }

    private final HttpLine line;
    private final DavFolder folder;
    private final Shape shape;

    WebdavBundles(HttpLine line, Shape shape) {
        this.line = line;
        this.folder = new DavFolder(line, line.base());
        this.shape = shape;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        folder.tryListing();
        boolean skipping = shape.skipUnchanged();
        FolderTags tags = FolderTags.of(skipping ? cursor : "");
        var walk = new DavWalk(folder, shape.subfolders(), shape.doneFolder(), tags, skipping);
        var bundles = new OldestFirst<Bundle>(
                found -> walk.forEach(file -> bundle(file).ifPresent(found)), Bundle.OLDEST_FIRST, OldestFirst.BATCH);
        var arrivals = stream(bundles).map(bundle -> arrival(bundle, skipping ? cursor : ""));
        return skipping ? stream(new LastMovesCursor(arrivals.iterator(), tags::cursor)) : arrivals;
    }

    private static Arrival arrival(Bundle bundle, String cursor) {
        return new Arrival(
                bundle.key(),
                bundle.file().place(),
                bundle.file().fingerprint(),
                cursor,
                List.of(original(bundle.file())));
    }

    private static <T> Stream<T> stream(Iterator<T> each) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(each, Spliterator.ORDERED), false);
    }

    private Optional<Bundle> bundle(DavEntry file) {
        Matcher name = shape.caseName().matcher(file.name());
        return name.matches() && file.size() >= 0
                ? Optional.of(new Bundle(ItemPaths.shown(name.group(1)), file))
                : Optional.empty();
    }

    private static Item original(DavEntry file) {
        return Item.present(ItemPaths.shown(file.name()), file.size(), Item.Part.ORIGINAL);
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        DavEntry file = unchanged(arrival);
        ZipBundle.read(original(file), offset -> folder.open(file, offset), shape.recordFile(), shape.limits(), reader);
        if (!folder.same(file)) {
            throw new DoorProblem(Kind.CHANGED, "a bundle changed while it was read");
        }
    }

    private DavEntry unchanged(Arrival arrival) throws DoorProblem {
        DavEntry file = folder.look(arrival.place());
        if (!file.fingerprint().equals(arrival.fingerprint())) {
            throw new DoorProblem(Kind.CHANGED, "a bundle changed since it was listed");
        }
        return file;
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        if (shape.doneFolder().isEmpty()) {
            return;
        }
        try {
            DavEntry file = unchanged(arrival);
            folder.move(file, shape.doneFolder(), file.fingerprint().substring(0, 12) + "-" + file.lastPart());
        } catch (DoorProblem problem) {
            if (problem.kind() != Kind.CHANGED && problem.kind() != Kind.GONE) {
                throw problem;
            }
        }
    }

    @Override
    public DoorReport test() {
        return HttpSteps.upToTls(line)
                .then("authenticate", () -> {
                    try {
                        folder.tryListing();
                    } catch (DoorProblem problem) {
                        if (problem.kind() != Kind.NOT_FOUND && problem.kind() != Kind.PERMISSION) {
                            throw problem;
                        }
                    }
                    return line.tls() ? "logged in over TLS" : "logged in, not encrypted: loopback only";
                })
                .then("list", () -> {
                    folder.tryListing();
                    return "the folder can be listed";
                })
                .then(
                        "acknowledge",
                        () -> shape.doneFolder().isEmpty()
                                ? "nothing is changed at the partner"
                                : folder.testMove(shape.doneFolder()))
                .report();
    }

    @Override
    public void close() {
        line.close();
    }
}
