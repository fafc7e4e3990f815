package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.extract.ExtractorPool;
import org.safepassage.extract.ExtractorSettings;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.wiring.InstalledExtractor;
import org.safepassage.hub.wiring.InstalledPictures;
import org.safepassage.hub.wiring.InstalledScans;
import org.safepassage.redact.policies.Voice;
import org.safepassage.redact.renditions.SourceFile;
import org.safepassage.redact.renditions.pages.PrintReader;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.video.VideoLength;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.redact.renditions.video.VideoRefusal;
import org.safepassage.redact.renditions.video.VideoResult;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// Reads single files for offline commands: documents in the killable extractor, pixels in children of their own. Each
/// starts with the first file that needs it, and ends with this process.
final class DocumentReading implements RedactCommand.Reading {
    private @Nullable ExtractorPool pool;
    private @Nullable ScanReader scans;
    private @Nullable PictureRedactor pictures;
    private @Nullable VideoRedactor films;

    @Override
    public synchronized SourceFile read(Path file, RedactCommand.Wish wish) throws IOException, WrongUsage {
        Extraction extraction = extract(file);
        if (isFilm(extraction)) {
            return film(file, extraction, wish);
        }
        if (!wish.silences().isEmpty()) {
            throw MutedTimes.noFilm();
        }
        boolean image = extraction.mediaType().startsWith("image/");
        if (image && wish.photographs()) {
            return photograph(file, extraction, wish.pictures());
        }
        boolean recognised = extraction.passages().stream()
                .anyMatch(passage -> passage.origin().equals("ocr"));
        return image || (recognised && extraction.mediaType().equals("application/pdf"))
                ? scan(file, extraction)
                : new SourceFile.Text(extraction);
    }

    private Extraction extract(Path file) throws IOException {
        var extractor = pool;
        if (extractor == null) {
            extractor = new ExtractorPool(settings(data()));
            pool = extractor;
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
