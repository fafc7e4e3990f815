package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.redact.evaluation.BadCorpus;
import org.safepassage.redact.evaluation.network.SampledCase;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// The documents of a sample's cases as the extractor reads them, also those that lie in a ZIP (`share/a.zip!/b.odt`).
/// Photographs, scans and films are left out, and what has no text.
final class SampleDocuments {
    private static final Set<String> PIXELS = Set.of("photograph", "video");
    private static final String INSIDE = "!/";

    private final Path folder;
    private final ExtractorPool pool;

    SampleDocuments(Path folder, ExtractorPool pool) {
        this.folder = folder.toAbsolutePath().normalize();
        this.pool = pool;
    }

    /// The documents of the case of one line of `truth/cases.jsonl`, those of its updates among them.
    ///
    /// @throws BadCorpus when a file is not there, or lies outside the sample
    /// @throws IOException when one cannot be read
    List<SampledCase.Document> of(JsonNode line) throws IOException, BadCorpus {
        var exhibits = new ArrayList<JsonNode>();
        line.path("exhibits").forEach(exhibits::add);
        line.path("updates").forEach(update -> update.path("exhibits").forEach(exhibits::add));
        var documents = new ArrayList<SampledCase.Document>();
        for (int i = 0; i < exhibits.size(); i++) {
            JsonNode exhibit = exhibits.get(i);
            if (PIXELS.contains(exhibit.path("kind").asText())
                    || exhibit.path("format").asText().equals("scan")) {
                continue;
            }
            String file = exhibit.path("file").asText();
            Extraction read = pool.extract(content(file), file.substring(file.lastIndexOf('/') + 1));
            if (hasText(read)) {
                documents.add(new SampledCase.Document("x" + (i + 1), file, read));
            }
        }
        return documents;
    }

    private Content content(String file) throws IOException, BadCorpus {
        int inside = file.indexOf(INSIDE);
        Path path =
                folder.resolve(inside < 0 ? file : file.substring(0, inside)).normalize();
        // The real path: a link in the sample may lead out of it.
        if (!path.startsWith(folder)
                || !Files.isRegularFile(path)
                || !path.toRealPath().startsWith(folder.toRealPath())) {
            throw unusable();
        }
        return inside < 0 ? Content.ofFile(path) : packed(path, file.substring(inside + INSIDE.length()));
    }

    private static Content packed(Path archive, String name) throws IOException, BadCorpus {
        try (var zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw unusable();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return Content.of(in.readAllBytes());
            }
        }
    }

    // The name of a file may hold somebody's: it is not told.
    private static BadCorpus unusable() {
        return new BadCorpus("an exhibit is in no file of the sample;"
                + " write the sample anew with 'hub sample' into an empty folder");
    }

    private static boolean hasText(Extraction extraction) {
        return !extraction.text().isBlank()
                || extraction.embedded().stream().anyMatch(embedded -> hasText(embedded.extraction()));
    }
}
