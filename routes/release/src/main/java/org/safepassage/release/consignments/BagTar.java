package org.safepassage.release.consignments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// A bag as a POSIX tar: one folder with the consignment's id, files sorted by path, no owner, one time.
///
/// @param folder the consignment's id
/// @param time modification time of every file
record BagTar(String folder, Instant time) {
    /// Writes the archive, checking each file against the digest it was assembled with, and leaves `out` open.
    void write(List<BagFile> bag, OutputStream out) throws IOException {
        var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        for (BagFile file : bag) {
            put(file, tar);
        }
        tar.finish();
    }

    private void put(BagFile file, TarArchiveOutputStream tar) throws IOException {
        var entry = new TarArchiveEntry(folder + "/" + file.path());
        entry.setSize(file.size());
        entry.setMode(0100644);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setLastModifiedTime(FileTime.from(time));
        tar.putArchiveEntry(entry);
        MessageDigest digest = Sha256.digest();
        try (InputStream bytes = new DigestInputStream(file.content().open(), digest)) {
            bytes.transferTo(tar);
        }
        if (!Sha256.hex(digest).equals(file.sha256())) {
            throw new IOException("a file changed after it was assembled and checked: " + file.path());
        }
        tar.closeArchiveEntry();
    }
}
