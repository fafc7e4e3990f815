package org.safepassage.hub.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.extract.ExtractorSettings;
import org.safepassage.hub.wiring.InstalledExtractor;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// Reads single files for offline commands in the killable extractor, which starts with the first file. Its processes
/// end with this one.
final class DocumentReading implements RedactCommand.Reading {
    private @Nullable ExtractorPool pool;

    @Override
    public synchronized Extraction read(Path file) throws IOException {
        var extractor = pool;
        if (extractor == null) {
            extractor = new ExtractorPool(settings(new FolderOptions().folders().data()));
            pool = extractor;
        }
        return extractor.extract(content(file), String.valueOf(file.getFileName()));
    }

    /// How an offline command extracts, with its temporary files below the data folder.
    static ExtractorSettings settings(Path data) {
        return InstalledExtractor.settings(data.resolve("tmp").resolve("extract-command"))
                .withWorkers(1);
    }

    private static Content content(Path file) {
        return new Content() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long size() {
                return file.toFile().length();
            }
        };
    }
}
