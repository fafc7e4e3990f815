package org.safepassage.evidence.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where objects lie, `objects/ab/ab12…`, and where they are written before they have a name. Every folder is there
/// once [#prepare] has returned.
///
/// @param vault the vault's own folder
record ObjectFolder(Path vault) {
    private static final int FAN_OUT = 256;

    /// Makes what is missing and removes the partial files of processes that died.
    ///
    /// @return how many partial files were removed
    int prepare() throws IOException {
        Files.createDirectories(partials(), Durable.ownerOnlyFolder(partials()));
        Files.createDirectories(objects(), Durable.ownerOnlyFolder(objects()));
        for (int i = 0; i < FAN_OUT; i++) {
            Path folder = objects().resolve(String.format("%02x", i));
            Files.createDirectories(folder, Durable.ownerOnlyFolder(folder));
        }
        Durable.flushFolder(objects());
        Durable.flushFolder(vault);
        return Partial.sweep(partials());
    }

    Path partials() {
        return vault.resolve("partial");
    }

    /// @throws IllegalArgumentException when this is no digest
    Path file(String sha256) {
        String name = Digests.requireName(sha256);
        return objects().resolve(name.substring(0, 2)).resolve(name);
    }

    /// The names of all objects in no order; the caller closes the stream.
    ///
    /// @throws IOException when the folder cannot be listed; once the stream runs, as [UncheckedIOException]
    @SuppressWarnings("StreamResourceLeak") // handed to the caller, who closes it
    Stream<String> digests() throws IOException {
        return Files.walk(objects(), 2)
                .map(p -> String.valueOf(p.getFileName()))
                .filter(Digests::isName);
    }

    private Path objects() {
        return vault.resolve("objects");
    }
}
