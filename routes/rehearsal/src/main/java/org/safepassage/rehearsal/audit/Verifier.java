package org.safepassage.rehearsal.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Verifies consignments with a program that is not the rehearsal's.
@FunctionalInterface
public interface Verifier {
    /// Those of these bags that are exactly what the hub sealed.
    ///
    /// @throws IOException when the program does not run
    /// @throws InterruptedException when the thread is interrupted while it runs
    Set<Path> accepted(List<Path> bags) throws IOException, InterruptedException;
}
