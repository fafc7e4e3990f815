package org.safepassage.connectors.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.plumbing.ItemPaths;

/// A ZIP bundle read in the order its members lie in the file, without a copy on disk. What its directory claims is
/// checked before anything is given, what its members hold while they are read.
final class ZipBundle implements AutoCloseable {
    private static final Charset OLD_SYSTEMS = Charset.forName("IBM866");
    private static final long RATIO_COUNTS_FROM = 10L << 20;
    private static final int LOCAL_HEADER = 30;

    /// What a bundle may hold.
    ///
    /// @param members number of members
    /// @param bytes sum of the unpacked members
    /// @param ratio unpacked over packed, for members beyond 10 MiB
    record Limits(int members, long bytes, int ratio) {}

    private record Member(ZipArchiveEntry entry, Item item) {}

    private final ZipFile zip;
    private final List<Member> members;

    private ZipBundle(ZipFile zip, List<Member> members) {
        this.zip = zip;
        this.members = members;
    }

    /// Opens a bundle and checks its directory.
    ///
    /// @param recordFile name of the record, at the top or in the only top folder
    /// @throws DoorProblem of kind HOSTILE when the directory cannot be true or passes the limits
    static ZipBundle open(SeekableByteChannel channel, String recordFile, Limits limits) throws IOException {
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
        return new ZipBundle(zip, members(zip, recordFile, limits));
    }

    private static List<Member> members(ZipFile zip, String recordFile, Limits limits) throws DoorProblem {
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
        return items(entries, recordFile);
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

    private static List<Member> items(List<ZipArchiveEntry> entries, String recordFile) {
        Optional<String> recordName = entries.stream()
                .map(ZipBundle::name)
                .filter(name -> name.equals(recordFile)
                        || (name.endsWith("/" + recordFile) && name.indexOf('/') == name.lastIndexOf('/')))
                .min(Comparator.comparingInt(String::length));
        String top = recordName
                .map(name -> name.substring(0, name.length() - recordFile.length()))
                .orElse("");
        var paths = new ItemPaths();
        var members = new ArrayList<Member>();
        for (ZipArchiveEntry entry : entries) {
            String name = name(entry);
            boolean isRecord = recordName.isPresent() && recordName.get().equals(name);
            String path = paths.safe(name.startsWith(top) ? name.substring(top.length()) : name);
            members.add(new Member(
                    entry, Item.present(path, entry.getSize(), isRecord ? Item.Part.RECORD : Item.Part.EXHIBIT)));
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

    /// Gives all members in the order they lie in the file.
    void read(ItemReader reader) throws IOException {
        long end = 0;
        for (Member member : members) {
            boolean readable = zip.canReadEntryData(member.entry())
                    && !member.entry().getGeneralPurposeBit().usesEncryption()
                    && !member.entry().isUnixSymlink();
            if (!readable) {
                reader.absent(member.item().as(Item.Presence.REFUSED));
                continue;
            }
            try (InputStream in = zip.getInputStream(member.entry())) {
                long start = member.entry().getDataOffset();
                if (start < end + LOCAL_HEADER) {
                    throw new DoorProblem(Kind.HOSTILE, "a bundle has members that overlap");
                }
                end = start + member.entry().getCompressedSize();
                reader.item(
                        member.item(),
                        new CheckedMember(
                                in, member.entry().getSize(), member.entry().getCrc()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
