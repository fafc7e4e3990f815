package org.safepassage.extract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import org.safepassage.schemas.Content;

/// Workers for tests: the real ones, on the tests' own class path.
final class Workers {
    private Workers() {}

    static ExtractorSettings settings(Path temp) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return ExtractorSettings.defaults(java, System.getProperty("java.class.path"), temp.resolve("workers"))
                .withWorkers(1)
                .withHeapMiB(256);
    }

    static Content content(byte[] bytes) {
        return new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
