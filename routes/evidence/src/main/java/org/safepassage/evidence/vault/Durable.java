package org.safepassage.evidence.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// What has returned from here survives a power cut: a rename counts only once its folder is flushed too.
final class Durable {
    private Durable() {}

    /// Renames within one file system and flushes the target's folder.
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        flushFolder(folderOf(to));
    }

    static void flushFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static Path folderOf(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("a file needs a folder around it");
        }
        return parent;
    }

    /// Attributes for a new file that only its owner may read; none where the file system has no such modes.
    static FileAttribute<?>[] ownerOnlyFile(Path near) {
        return ownerOnly(near, "rw-------");
    }

    /// Attributes for a new folder that only its owner may enter.
    static FileAttribute<?>[] ownerOnlyFolder(Path near) {
        return ownerOnly(near, "rwx------");
    }

    static boolean hasModes(Path near) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path near, String mode) {
        return hasModes(near)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
