package org.safepassage.redact.apart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Folders that only their owner reads, named after the process that made them so that the next one can sweep what a
/// killed one left.
final class PrivateFolder {
    private static final String PREFIX = "apart-";

    private PrivateFolder() {}

    /// A new folder, empty.
    static Path make(Path parent) throws IOException {
        Files.createDirectories(parent);
        return Files.createTempDirectory(
                parent, PREFIX + ProcessHandle.current().pid() + "-");
    }

    /// Deletes the folders of processes that are gone: what they hold is case data.
    static void sweep(Path parent) throws IOException {
        Files.createDirectories(parent);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*-*")) {
            for (Path folder : left) {
                String pid = folder.getFileName().toString().split("-")[1];
                if (pid.matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    delete(folder);
                }
            }
        }
    }

    /// Deletes a folder with everything in it, as far as that is possible now; links are not followed.
    static void delete(Path root) {
        try {
            if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> inside = Files.newDirectoryStream(root)) {
                    inside.forEach(PrivateFolder::delete);
                }
            }
            Files.deleteIfExists(root);
        } catch (IOException | UncheckedIOException | java.nio.file.DirectoryIteratorException busy) {
            // A process that is being killed may still write; the next start sweeps it.
        }
    }
}
