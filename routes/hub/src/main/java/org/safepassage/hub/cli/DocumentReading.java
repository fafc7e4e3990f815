package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.extract.ExtractorSettings;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.wiring.InstalledExtractor;
import org.safepassage.hub.wiring.InstalledPictures;
import org.safepassage.hub.wiring.InstalledScans;
import org.safepassage.redact.policies.Voice;
import org.safepassage.redact.renditions.SourceFile;
import org.safepassage.redact.renditions.pages.Forms;
import org.safepassage.redact.renditions.pages.PrintReader;
import org.safepassage.redact.renditions.pages.ScanDoubt;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureResult;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.Refusal;
import org.safepassage.redact.renditions.pictures.TiffPages;
import org.safepassage.redact.renditions.video.VideoLength;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.redact.renditions.video.VideoRefusal;
import org.safepassage.redact.renditions.video.VideoResult;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// Reads single files for offline commands: documents in the killable extractor, pixels in children of their own. Each
/// starts with the first file that needs it, and ends with this process.
final class DocumentReading implements RedactCommand.Reading {
    private static final String PDF = "application/pdf";
    private static final String PDF_HEAD = "%PDF-";
    private static final String TIFF = "image/tiff";

    private final Map<Boolean, ExtractorPool> pools = new HashMap<>();
    private @Nullable ScanReader scans;
    private @Nullable PictureRedactor pictures;
    private @Nullable VideoRedactor films;

    @Override
    public synchronized SourceFile read(Path file, RedactCommand.Wish wish) throws IOException, WrongUsage {
        Optional<SourceFile> manyPaged = manyPaged(file, wish);
        Extraction extraction = manyPaged.isPresent() ? manyPaged.get().extraction() : extract(file);
        if (isFilm(extraction)) {
            return film(file, extraction, wish);
        }
        if (!wish.silences().isEmpty()) {
            throw MutedTimes.noFilm();
        }
        if (manyPaged.isPresent()) {
            return manyPaged.get();
        }
        if (isLongScan(extraction)) {
            return held(extraction, ScanDoubt.TOO_MANY_PAGES);
        }
        boolean image = extraction.mediaType().startsWith("image/");
        if (image && wish.photographs()) {
            return photograph(file, extraction, wish.pictures());
        }
        boolean recognised = extraction.passages().stream()
                .anyMatch(passage -> passage.origin().equals("ocr"));
        if (image || (recognised && extraction.mediaType().equals(PDF))) {
            return scan(file, extraction);
        }
        return Forms.isForm(extraction) ? form(file, extraction) : new SourceFile.Text(extraction);
    }

    /// A form's pages, of which only words are shown that its text has too; one that is in doubt is set anew.
    private SourceFile form(Path file, Extraction extraction) throws IOException {
        return scan(file, extraction) instanceof SourceFile.Scan(var own, ScanReader.Result.Read(var pages), var kept)
                ? new SourceFile.Scan(own, new ScanReader.Result.Read(Forms.agreeing(pages, own.text())), kept)
                : new SourceFile.Text(extraction);
    }

    /// A TIFF with more pages than are read: its chain of pages tells in a moment what recognising them all would tell
    /// in minutes.
    private static Optional<SourceFile> manyPaged(Path file, RedactCommand.Wish wish) throws IOException {
        var pages = TiffPages.of(file, ScanReader.MOST_PAGES);
        if (!pages.isEndless() && pages.count() <= (wish.photographs() ? 1 : ScanReader.MOST_PAGES)) {
            return Optional.empty();
        }
        var extraction =
                new Extraction(Extraction.Status.NO_TEXT, "", TIFF, 0, List.of(), "", List.of(), Map.of(), List.of());
        if (wish.photographs()) {
            Refusal refusal = pages.isEndless() ? Refusal.DAMAGED : Refusal.SEVERAL_PAGES;
            return Optional.of(new SourceFile.Photograph(extraction, new PictureResult.Refused(refusal), file));
        }
        return Optional.of(held(extraction, pages.isEndless() ? ScanDoubt.DAMAGED : ScanDoubt.TOO_MANY_PAGES));
    }

    private static boolean isLongScan(Extraction extraction) {
        return extraction.mediaType().equals(PDF)
                && extraction.pages() > ScanReader.MOST_PAGES
                && extraction.reason().startsWith("ocr-off");
    }

    private static SourceFile held(Extraction extraction, ScanDoubt doubt) {
        return new SourceFile.Scan(extraction, new ScanReader.Result.Held(0, doubt), page -> new byte[0]);
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
            var settings = settings(data());
            extractor = new ExtractorPool(settings.withOcr(settings.ocr().withOn(recognising)));
            pools.put(recognising, extractor);
        }
        return extractor.extract(Content.ofFile(file), String.valueOf(file.getFileName()));
    }

    private SourceFile scan(Path file, Extraction extraction) throws IOException {
        var reader = scans;
        if (reader == null) {
            var children = InstalledScans.children(temp("scan-command"));
            Runtime.getRuntime().addShutdownHook(new Thread(children::close));
            reader = new ScanReader(children, PrintReader.installed());
            scans = reader;
        }
        Map<String, byte[]> pages = new HashMap<>();
        var read = reader.read(Content.ofFile(file), packed -> {
            String page = "page " + (pages.size() + 1);
            pages.put(page, packed);
            return page;
        });
        return new SourceFile.Scan(extraction, read, page -> Objects.requireNonNull(pages.get(page)));
    }

    private SourceFile photograph(Path file, Extraction extraction, PictureSettings settings) throws IOException {
        Path rendition = rendition(Files.createDirectories(temp("picture-command")), ".png");
        var result = pictures(settings)
                .redact(Content.ofFile(file), png -> Files.copy(png, rendition, StandardCopyOption.REPLACE_EXISTING));
        return new SourceFile.Photograph(extraction, result, rendition);
    }

    private static boolean isFilm(Extraction extraction) {
        return extraction.mediaType().startsWith("video/")
                || extraction.mediaType().equals("application/mp4");
    }

    private SourceFile film(Path file, Extraction extraction, RedactCommand.Wish wish) throws IOException, WrongUsage {
        Path folder = Files.createDirectories(temp("video-command"));
        Path silent = rendition(folder, ".mp4");
        if (!wish.silences().isEmpty()) {
            switch (films(wish.pictures()).length(Content.ofFile(file))) {
                case VideoLength.Lasts(Duration duration) -> MutedTimes.check(wish.silences(), duration);
                case VideoLength.Refused(VideoRefusal reason) -> {
                    return new SourceFile.Film(extraction, new VideoResult.Refused(reason), silent);
                }
            }
        }
        var result = films(wish.pictures())
                .redact(Content.ofFile(file), mp4 -> Files.copy(mp4, silent, StandardCopyOption.REPLACE_EXISTING));
        if (!(result instanceof VideoResult.Redacted) || wish.voice() == Voice.MUTE) {
            return new SourceFile.Film(extraction, result, silent);
        }
        Path heard = rendition(folder, ".mp4");
        var refusal = films(wish.pictures())
                .withSound(
                        Content.ofFile(file),
                        Content.ofFile(silent),
                        wish.voice(),
                        wish.silences(),
                        mp4 -> Files.copy(mp4, heard, StandardCopyOption.REPLACE_EXISTING));
        return new SourceFile.Film(
                extraction, refusal.<VideoResult>map(VideoResult.Refused::new).orElse(result), heard);
    }

    /// A file that ends with this process.
    private static Path rendition(Path folder, String ending) throws IOException {
        Path rendition = Files.createTempFile(folder, "rendition", ending);
        rendition.toFile().deleteOnExit();
        return rendition;
    }

    private VideoRedactor films(PictureSettings pictures) throws IOException {
        var redactor = films;
        if (redactor == null) {
            var settings = new ConfigReader(System.getenv())
                    .settings(new FolderOptions().folders().config());
            redactor = InstalledPictures.videoRedactor(temp("video-command"), settings.videos(), pictures);
            Runtime.getRuntime().addShutdownHook(new Thread(redactor::close));
            films = redactor;
        }
        return redactor;
    }

    /// The redactor of photographs, which ends with this process and keeps the settings that it first got.
    synchronized PictureRedactor pictures(PictureSettings settings) throws IOException {
        var redactor = pictures;
        if (redactor == null) {
            redactor = InstalledPictures.redactor(temp("picture-command"), settings);
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

    private static Path data() {
        return new FolderOptions().folders().data();
    }

    private static Path temp(String name) {
        return data().resolve("tmp").resolve(name);
    }
}
