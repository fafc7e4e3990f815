package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.nio.file.Path;

/// Verifies one consignment with a program that is not the rehearsal's.
@FunctionalInterface
public interface Verifier {
    /// Whether the bag in this folder is exactly what the hub sealed.
    ///
    /// @throws IOException when the program does not run
    /// @throws InterruptedException when the thread is interrupted while it runs
    boolean accepts(Path bag) throws IOException, InterruptedException;
}
