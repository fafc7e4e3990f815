package org.safepassage.extract;

import java.nio.file.Path;

/// Workers for tests: the real ones, on the tests' own class path.
final class Workers {
    private Workers() {}

    static ExtractorSettings settings(Path temp) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return ExtractorSettings.defaults(java, System.getProperty("java.class.path"), temp.resolve("workers"))
                .withWorkers(1)
                .withHeapMiB(256);
    }
}
