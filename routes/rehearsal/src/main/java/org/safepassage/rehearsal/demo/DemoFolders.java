package org.safepassage.rehearsal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safepassage.rehearsal.audit.OutsideReconciliation;

/// Where everything of one demonstration lies.
///
/// @param root an empty or absent folder
public record DemoFolders(Path root) {
    /// What the generator writes.
    Path sample() {
        return root.resolve("sample");
    }

    /// The partners' own copies of it, which change while the hub pulls.
    Path partners() {
        return root.resolve("partners");
    }

    /// What recipients got, a folder each.
    public Path recipients() {
        return root.resolve("recipients");
    }

    /// The hub's data folder.
    public Path data() {
        return root.resolve("data");
    }

    /// The hub's keys.
    Path keys() {
        return root.resolve("keys");
    }

    /// Findings, leaks and the hub's own claims.
    public Path report() {
        return root.resolve("audit");
    }

    OutsideReconciliation.Folders audited() {
        return new OutsideReconciliation.Folders(sample(), data(), recipients(), report());
    }

    /// Makes the root.
    ///
    /// @throws IOException when something is in it already
    void create() throws IOException {
        Files.createDirectories(root);
        try (var inside = Files.list(root)) {
            if (inside.findAny().isPresent()) {
                throw new IOException("the folder " + root + " is not empty: name another one with --keep");
            }
        }
    }
}
