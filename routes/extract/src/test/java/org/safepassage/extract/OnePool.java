package org.safepassage.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.safepassage.extract.worker.TemporaryFolder;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// One pool of real workers for all tests of a class, since each worker takes seconds to start.
final class OnePool implements AfterAllCallback {
    private final Path temp;
    private final ExtractorPool pool;

    OnePool() {
        try {
            temp = Files.createTempDirectory("pool");
            pool = new ExtractorPool(Workers.settings(temp));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Extraction read(byte[] document, String name) throws IOException {
        return pool.extract(Content.of(document), name);
    }

    @Override
    public void afterAll(ExtensionContext tests) throws IOException {
        pool.close();
        TemporaryFolder.delete(temp);
    }
}
