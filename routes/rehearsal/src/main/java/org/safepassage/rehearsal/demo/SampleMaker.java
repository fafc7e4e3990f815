package org.safepassage.rehearsal.demo;

import java.io.IOException;
import java.nio.file.Path;

/// Writes a sample folder: `partners/` and `truth/`.
@FunctionalInterface
public interface SampleMaker {
    /// Writes into an absent folder.
    ///
    /// @throws IOException when the disk refuses
    void write(Path sample) throws IOException;
}
