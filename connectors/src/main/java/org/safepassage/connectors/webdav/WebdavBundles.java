package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.util.Comparator;
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
import org.safepassage.connectors.plumbing.OldestFirst;

/// Case files from a WebDAV folder, one ZIP bundle a case or update. The bundle is given first, as it came,
/// then its members; that reads it twice over the line, held together by its ETag, so that nothing is
/// unpacked to disk.
final class WebdavBundles implements PartnerDoor {
    /// @param caseName finds the case number in a file name: group 1
    /// @param recordFile name of the record in a bundle
    /// @param limits what a bundle may hold
    /// @param doneFolder where sealed bundles are moved; empty to leave them
    record Shape(Pattern caseName, String recordFile, ZipBundle.Limits limits, String doneFolder) {}

    /// @param key case number
    /// @param file as listed
    private record Bundle(String key, DavFolder.Listed file) {
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
        var bundles = new OldestFirst<Bundle>(
                found -> folder.forEach(file -> bundle(file).ifPresent(found)), Bundle.OLDEST_FIRST, OldestFirst.BATCH);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(bundles, Spliterator.ORDERED), false)
                .map(bundle -> new Arrival(
                        bundle.key(),
                        bundle.file().place(),
                        bundle.file().fingerprint(),
                        "",
                        List.of(original(bundle.file()))));
    }

    private Optional<Bundle> bundle(DavFolder.Listed file) {
        Matcher name = shape.caseName().matcher(name(file));
        return name.matches() && file.size() >= 0
                ? Optional.of(new Bundle(ItemPaths.shown(name.group(1)), file))
                : Optional.empty();
    }

    private static Item original(DavFolder.Listed file) {
        return Item.present(ItemPaths.shown(name(file)), file.size(), Item.Part.ORIGINAL);
    }

    private static String name(DavFolder.Listed file) {
        return DavFolder.name(file.place());
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        DavFolder.Listed file = unchanged(arrival);
        ZipBundle.read(original(file), offset -> folder.open(file, offset), shape.recordFile(), shape.limits(), reader);
        unchanged(arrival);
    }

    private DavFolder.Listed unchanged(Arrival arrival) throws DoorProblem {
        DavFolder.Listed file = folder.look(arrival.place());
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
            DavFolder.Listed file = unchanged(arrival);
            folder.move(file, shape.doneFolder(), file.fingerprint().substring(0, 12) + "-" + file.place());
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
                .report();
    }

    @Override
    public void close() {
        line.close();
    }
}
