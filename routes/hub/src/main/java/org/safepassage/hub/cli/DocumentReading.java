package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.extract.ExtractorSettings;
import org.safepassage.hub.wiring.InstalledExtractor;
import org.safepassage.hub.wiring.InstalledPictures;
import org.safepassage.redact.renditions.SourceFile;
import org.safepassage.redact.renditions.pages.LayoutBound;
import org.safepassage.redact.renditions.pages.ScanDoubt;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// Reads single files for offline commands: documents in the killable extractor, pixels in children of their own. Each
/// starts with the first file that needs it, and ends with this process.
final class DocumentReading implements RedactCommand.Reading {
    private static final String PDF = "application/pdf";
    private static final String PDF_HEAD = "%PDF-";

    private final Map<Boolean, ExtractorPool> pools = new HashMap<>();
    private final PageReading pages = new PageReading();
    private final FilmReading films = new FilmReading();
    private @Nullable PictureRedactor pictures;

    @Override
    public synchronized SourceFile read(Path file, RedactCommand.Wish wish) throws IOException, WrongUsage {
        Optional<SourceFile> manyPaged = PageReading.manyPaged(file, wish);
        Extraction extraction = manyPaged.isPresent() ? manyPaged.get().extraction() : extract(file);
        if (FilmReading.isFilm(extraction)) {
            return films.read(file, extraction, wish);
        }
        if (!wish.silences().isEmpty()) {
            throw MutedTimes.noFilm();
        }
        if (manyPaged.isPresent()) {
            return manyPaged.get();
        }
        if (isLongScan(extraction)) {
            return PageReading.held(extraction, ScanDoubt.TOO_MANY_PAGES);
        }
        boolean image = extraction.mediaType().startsWith("image/");
        if (image && wish.photographs()) {
            return photograph(file, extraction, wish.pictures());
        }
        boolean recognised = extraction.passages().stream()
                .anyMatch(passage -> passage.origin().equals("ocr"));
        if (image || (recognised && extraction.mediaType().equals(PDF))) {
            return pages.scan(file, extraction);
        }
        return wish.layouts() && LayoutBound.is(extraction)
                ? pages.laidOut(file, extraction)
                : new SourceFile.Text(extraction);
    }

    private static boolean isLongScan(Extraction extraction) {
        return extraction.mediaType().equals(PDF)
                && extraction.pages() > ScanReader.MOST_PAGES
                && extraction.reason().startsWith("ocr-off");
    }

    /// A PDF first without recognition, which takes a second a page: most need none, and long scans are not read at
    /// all.
    private Extraction extract(Path file) throws IOException {
        if (!isPdf(file)) {
            return extract(file, true);
        }
        Extraction written = extract(file, false);
        return isWhole(written) || isLongScan(written) ? written : extract(file, true);
    }

    private static boolean isPdf(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(PDF_HEAD.length()), StandardCharsets.ISO_8859_1).equals(PDF_HEAD);
        }
    }

    private static boolean isWhole(Extraction extraction) {
        return extraction.status() == Extraction.Status.OK
                && extraction.embedded().stream().allMatch(each -> isWhole(each.extraction()));
    }

    private Extraction extract(Path file, boolean recognising) throws IOException {
        var extractor = pools.get(recognising);
        if (extractor == null) {
            var settings = settings(new FolderOptions().folders().data());
            extractor = new ExtractorPool(settings.withOcr(settings.ocr().withOn(recognising)));
            pools.put(recognising, extractor);
        }
        return extractor.extract(Content.ofFile(file), String.valueOf(file.getFileName()));
    }

    private SourceFile photograph(Path file, Extraction extraction, PictureSettings settings) throws IOException {
        Path rendition = CommandFiles.endingWithProcess(CommandFiles.folder("picture-command"), ".png");
        var result = pictures(settings)
                .redact(Content.ofFile(file), png -> Files.copy(png, rendition, StandardCopyOption.REPLACE_EXISTING));
        return new SourceFile.Photograph(extraction, result, rendition);
    }

    /// The redactor of photographs, which ends with this process and keeps the settings that it first got.
    synchronized PictureRedactor pictures(PictureSettings settings) throws IOException {
        var redactor = pictures;
        if (redactor == null) {
            redactor = InstalledPictures.redactor(CommandFiles.folder("picture-command"), settings);
            Runtime.getRuntime().addShutdownHook(new Thread(redactor::close));
            pictures = redactor;
        }
        return redactor;
    }

    /// How an offline command extracts, with its temporary files below the data folder.
    static ExtractorSettings settings(Path data) {
        return InstalledExtractor.settings(data.resolve("tmp").resolve("extract-command"))
                .withWorkers(1);
    }
}
