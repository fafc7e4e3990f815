package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.safepassage.redact.apart.ChildSettings;
import org.safepassage.redact.apart.Children;
import org.safepassage.redact.renditions.pages.ScanTask;

/// The children that draw scans, as they are installed: on this process's own Java, with its own class path.
public final class InstalledScans {
    private static final int HEAP_MIB = 512;
    private static final int MEMORY_MIB = 6144;

    private InstalledScans() {}

    /// The children; none starts before the first scan. A job is one page.
    ///
    /// @param temp where they may write
    /// @throws IOException when that folder cannot be made
    public static Children children(Path temp) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Children(
                ChildSettings.defaults(java, System.getProperty("java.class.path"), temp)
                        .withMemory(HEAP_MIB, MEMORY_MIB)
                        .withTimes(Duration.ofMinutes(1), Duration.ofMinutes(10)),
                ScanTask.class);
    }
}
