package org.safepassage.connectors.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.ResumingStream;

/// A ZIP bundle read in the order its members lie in the file, without a copy on disk. What its directory
/// claims is checked before anything is given, what its members hold while they are read. A bundle that is
/// a BagIt bag (RFC 8493) gives its payload, each file checked against the bag's manifest; what describes
/// the bag stays in the bundle.
///
/// For one thread.
public final class ZipBundle implements AutoCloseable {
    private static final Charset OLD_SYSTEMS = Charset.forName("IBM866");
    private static final long RATIO_COUNTS_FROM = 10L << 20;
    private static final int LOCAL_HEADER = 30;

    /// What a bundle may hold.
    ///
    /// @param members number of members
    /// @param bytes sum of the unpacked members
    /// @param ratio unpacked over packed, for members beyond 10 MiB
    public record Limits(int members, long bytes, int ratio) {}

    private record Member(ZipArchiveEntry entry, Item item) {}

    /// Where the parts of a bundle stand in it.
    ///
    /// @param bag folder of the bag, `` or `NAME/`; empty when the bundle is no bag
    /// @param files prefix that the paths of its files lose
    /// @param recordName the record's member
    private record Layout(Optional<String> bag, String files, String recordName) {
        boolean describesTheBag(String name) {
            return bag.isPresent() && name.startsWith(bag.get()) && !name.startsWith(files);
        }
    }

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private final Layout layout;

    private ZipBundle(ZipFile zip, List<ZipArchiveEntry> entries, Layout layout) {
        this.zip = zip;
        this.entries = entries;
        this.layout = layout;
    }

    /// Gives a bundle as it came, then its files; that reads it twice over the line and unpacks nothing to
    /// disk.
    ///
    /// @param original the bundle itself
    /// @param opener opens the bundle from a byte on and tells when it changed
    /// @param recordFile name of the record, at the top, in the only top folder or in the payload of a bag
    /// @throws DoorProblem of kind HOSTILE when the bundle is not what its directory or its manifest says
    public static void read(
            Item original, ResumingStream.Opener opener, String recordFile, Limits limits, ItemReader reader)
            throws IOException {
        try (var channel = new RemoteBytes(opener, original.size());
                var bundle = open(channel, recordFile, limits)) {
            try (var whole = new ResumingStream(opener, original.size())) {
                reader.item(original, whole);
            }
            bundle.read(reader);
        }
    }

    private static ZipBundle open(SeekableByteChannel channel, String recordFile, Limits limits) throws IOException {
        ZipDirectoryEnd.check(channel, limits.members());
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setCharset(StandardCharsets.UTF_8)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (DoorProblem problem) {
            throw problem;
        } catch (IOException | RuntimeException unreadable) {
            throw new DoorProblem(Kind.HOSTILE, "a bundle is no readable ZIP", unreadable);
        }
        List<ZipArchiveEntry> entries = entries(zip, limits);
        return new ZipBundle(
                zip, entries, layout(entries.stream().map(ZipBundle::name).toList(), recordFile));
    }

    private static List<ZipArchiveEntry> entries(ZipFile zip, Limits limits) throws DoorProblem {
        var entries = new ArrayList<ZipArchiveEntry>();
        var names = new HashSet<String>();
        long total = 0;
        for (var in = zip.getEntriesInPhysicalOrder(); in.hasMoreElements(); ) {
            ZipArchiveEntry entry = in.nextElement();
            String name = name(entry);
            if (!ItemPaths.stays(name.endsWith("/") ? name.substring(0, name.length() - 1) : name)) {
                throw new DoorProblem(Kind.HOSTILE, "a bundle has a member whose name leaves the bundle");
            }
            if (name.endsWith("/") || name.startsWith("__MACOSX/")) {
                continue;
            }
            if (!names.add(ItemPaths.comparable(name))) {
                throw new DoorProblem(Kind.HOSTILE, "a bundle has two members of one name");
            }
            total += Math.max(0, entry.getSize());
            checkSize(entry, total, limits);
            entries.add(entry);
        }
        return entries;
    }

    private static void checkSize(ZipArchiveEntry entry, long total, Limits limits) throws DoorProblem {
        long size = entry.getSize();
        long packed = entry.getCompressedSize();
        if (size < 0 || packed < 0 || total > limits.bytes()) {
            throw new DoorProblem(Kind.HOSTILE, "a bundle is larger unpacked than mostGigabytes allows");
        }
        if (size > RATIO_COUNTS_FROM && size / Math.max(1, packed) > limits.ratio()) {
            throw new DoorProblem(Kind.HOSTILE, "a bundle has a member packed more densely than mostRatio allows");
        }
    }

    private static Layout layout(List<String> names, String recordFile) {
        Optional<String> declaration = shallowest(names, Bag.DECLARATION);
        if (declaration.isPresent()) {
            String top = folderOf(declaration.get());
            String payload = top + Bag.PAYLOAD;
            return new Layout(Optional.of(top), payload, payload + recordFile);
        }
        String recordName = shallowest(names, recordFile).orElse("");
        return new Layout(Optional.empty(), folderOf(recordName), recordName);
    }

    /// The member of this name at the top or, failing that, in a top folder.
    private static Optional<String> shallowest(List<String> names, String file) {
        return names.stream()
                .filter(name ->
                        name.equals(file) || (name.endsWith("/" + file) && name.indexOf('/') == name.lastIndexOf('/')))
                .min(Comparator.comparingInt(String::length));
    }

    private static String folderOf(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private List<Member> members() {
        var paths = new ItemPaths();
        var members = new ArrayList<Member>();
        for (ZipArchiveEntry entry : entries) {
            String name = name(entry);
            if (layout.describesTheBag(name)) {
                continue;
            }
            String path = paths.safe(
                    name.startsWith(layout.files())
                            ? name.substring(layout.files().length())
                            : name);
            var part = name.equals(layout.recordName()) ? Item.Part.RECORD : Item.Part.EXHIBIT;
            members.add(new Member(entry, Item.present(path, entry.getSize(), part)));
        }
        return members;
    }

    /// UTF-8 when the member says so or when it is; otherwise the code page of old ZIP programs.
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        String name = entry.getGeneralPurposeBit().usesUTF8ForNames() || raw == null
                ? entry.getName()
                : ItemPaths.decode(raw, OLD_SYSTEMS);
        return name.replace('\\', '/');
    }

    /// Gives all files in the order they lie in the bundle.
    private void read(ItemReader reader) throws IOException {
        Optional<Bag> bag = bag();
        long end = 0;
        for (Member member : members()) {
            ZipArchiveEntry entry = member.entry();
            if (!readable(entry)) {
                reader.absent(member.item().as(Item.Presence.REFUSED));
                continue;
            }
            try (InputStream in = content(entry)) {
                long start = entry.getDataOffset();
                if (start < end + LOCAL_HEADER) {
                    throw new DoorProblem(Kind.HOSTILE, "a bundle has members that overlap");
                }
                end = start + entry.getCompressedSize();
                if (bag.isPresent()) {
                    bag.get().give(pathInBag(entry), member.item(), in, reader);
                } else {
                    reader.item(member.item(), in);
                }
            }
        }
    }

    private boolean readable(ZipArchiveEntry entry) {
        return zip.canReadEntryData(entry) && !entry.getGeneralPurposeBit().usesEncryption() && !entry.isUnixSymlink();
    }

    private InputStream content(ZipArchiveEntry entry) throws IOException {
        return new CheckedMember(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
    }

    private Optional<Bag> bag() throws IOException {
        if (layout.bag().isEmpty()) {
            return Optional.empty();
        }
        var inBag = new HashMap<String, ZipArchiveEntry>();
        for (ZipArchiveEntry entry : entries) {
            if (name(entry).startsWith(layout.bag().get())) {
                inBag.put(pathInBag(entry), entry);
            }
        }
        return Optional.of(Bag.read(inBag.keySet(), path -> tagFile(inBag.get(path))));
    }

    private InputStream tagFile(@Nullable ZipArchiveEntry entry) throws IOException {
        if (entry == null || !readable(entry)) {
            throw new DoorProblem(Kind.HOSTILE, "a bag has a manifest that cannot be read");
        }
        return content(entry);
    }

    private String pathInBag(ZipArchiveEntry entry) {
        return name(entry).substring(layout.bag().orElse("").length());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
