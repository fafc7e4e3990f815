package org.safepassage.release.consignments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/// Reads a tar as a stream and takes it for hostile.
///
/// @param limits how much header an entry may have
record TarReader(PackageLimits limits) {
    private static final int RECORD = 512;

    /// Tells `contents` of every entry below the archive's one folder, whose name it gives; reads to the very end.
    String read(InputStream bytes, PackageContents contents) throws IOException {
        var capped = new CappedInput(bytes, limits.headerBytes());
        // Blocks of one record: with longer ones the library would skip, unseen, what follows the archive's end.
        InputStream buffered = new BufferedInputStream(capped, RECORD);
        var tar = new TarArchiveInputStream(buffered, RECORD, RECORD, StandardCharsets.UTF_8.name());
        String folder = null;
        for (TarArchiveEntry entry = next(tar, capped); entry != null; entry = next(tar, capped)) {
            capped.allow(Long.MAX_VALUE);
            folder = folder == null ? firstSegment(entry.getName()) : folder;
            entry(entry, folder, tar, contents);
            // The rest of this entry is read here, so that the cap on the next header counts only the header.
            tar.transferTo(java.io.OutputStream.nullOutputStream());
        }
        capped.allow(Long.MAX_VALUE);
        if (hasMore(buffered)) {
            contents.problem("package", "goes on after the end of its archive");
        }
        return folder == null ? "" : folder;
    }

    private void entry(TarArchiveEntry entry, String folder, InputStream tar, PackageContents contents)
            throws IOException {
        String name = entry.getName();
        String path = name.startsWith(folder + "/") ? name.substring(folder.length() + 1) : name;
        if (!name.startsWith(folder + "/")) {
            contents.odd(name, "lies outside the archive's one folder");
        } else if (entry.isDirectory()) {
            if (!path.isEmpty() && !BagPath.isValid(path.substring(0, path.length() - 1))) {
                contents.odd(path, "is a name that no consignment has");
            }
        } else if (!isRegular(entry)) {
            contents.odd(path, "is a link or a special file, not a regular file");
        } else {
            contents.file(path, tar);
        }
    }

    private @Nullable TarArchiveEntry next(TarArchiveInputStream tar, CappedInput capped) throws IOException {
        capped.allow(limits.headerBytes());
        try {
            return tar.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new UnreadablePackage("has a broken archive header", e);
        }
    }

    /// By the header's own flag, since the library calls a device a file.
    private static boolean isRegular(TarArchiveEntry entry) {
        byte flag = entry.getLinkFlag();
        return (flag == TarConstants.LF_NORMAL || flag == TarConstants.LF_OLDNORM) && !entry.isSparse();
    }

    private static String firstSegment(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private static boolean hasMore(InputStream rest) throws IOException {
        byte[] block = new byte[1 << 13];
        boolean more = false;
        for (int read = rest.read(block); read >= 0; read = rest.read(block)) {
            for (int at = 0; at < read; at++) {
                more |= block[at] != 0;
            }
        }
        return more;
    }
}
