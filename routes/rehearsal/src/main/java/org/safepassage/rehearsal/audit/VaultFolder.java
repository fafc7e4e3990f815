package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What a vault's folder shows to somebody without its keys: the names of its objects, which are the SHA-256 of the
/// originals.
final class VaultFolder {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private VaultFolder() {}

    /// Digests of everything below `data/vault`, lower-case hex; none when there is no vault yet.
    static Set<String> digests(Path data) throws IOException {
        var digests = new HashSet<String>();
        var vault = data.resolve("vault");
        if (Files.isDirectory(vault)) {
            try (var files = Files.walk(vault)) {
                files.filter(Files::isRegularFile)
                        .map(file -> file.getFileName().toString())
                        .filter(name -> DIGEST.matcher(name).matches())
                        .forEach(digests::add);
            }
        }
        return digests;
    }
}
