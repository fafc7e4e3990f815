package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where offline commands keep what they need for a while: below the data folder, never in the system's shared
/// temporary folder.
final class CommandFiles {
    private CommandFiles() {}

    /// The folder of one kind of work; it need not be there yet.
    static Path folder(String name) {
        return new FolderOptions().folders().data().resolve("tmp").resolve(name);
    }

    /// A new empty folder for one run of a command, who deletes it.
    static Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(folder(name)), "run");
    }

    /// An empty file that ends with this process.
    ///
    /// @param folder made when it is not there
    /// @param ending of its name, such as `.png`
    static Path endingWithProcess(Path folder, String ending) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(folder), "rendition", ending);
        file.toFile().deleteOnExit();
        return file;
    }
}
