package org.safepassage.extract.worker;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// The worker's private temporary folder, emptied after each document: a parser that fails may leave files behind, and
/// what they hold is case data.
public final class TemporaryFolder {
    private TemporaryFolder() {}

    static void empty(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                delete(file);
            }
        }
    }

    /// Deletes a file or a folder with everything in it; what is already gone is no error.
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path folder, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
                try {
                    Files.deleteIfExists(folder);
                } catch (DirectoryNotEmptyException busy) {
                    // A process that is being killed may still write; the next sweep takes it.
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
