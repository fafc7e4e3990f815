package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Sealed packages, encrypted to their recipients, until the receipt is there. A package appears whole or not at all.
public final class Outbox {
    private final Path folder;

    /// @param folder created when absent
    public Outbox(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /// What writes a package.
    public interface Writer {
        /// Writes the whole package to the stream.
        void write(OutputStream out) throws IOException;
    }

    /// The file name that recipients see.
    public String name(String consignment) {
        return consignment + ".tar.gpg";
    }

    /// Where the package lies.
    public Path file(String consignment) {
        return folder.resolve(name(consignment));
    }

    /// Writes a package, forces it to the disk and lets it appear under its name.
    public Path write(String consignment, Writer writer) throws IOException {
        Path partial = folder.resolve(name(consignment) + ".part");
        try (var channel = FileChannel.open(
                partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var out = new java.io.BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), 1 << 16);
            writer.write(out);
            out.flush();
            channel.force(true);
        }
        Path file = file(consignment);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
        return file;
    }

    /// Removes a package that the recipient has.
    public void remove(String consignment) throws IOException {
        Files.deleteIfExists(file(consignment));
    }
}
