package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.wiring.InstalledPictures;
import org.safepassage.redact.policies.Voice;
import org.safepassage.redact.renditions.SourceFile;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.video.VideoLength;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.redact.renditions.video.VideoRefusal;
import org.safepassage.redact.renditions.video.VideoResult;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;

/// Searches films for offline commands, in a child that starts with the first of them and ends with this process.
/// For one thread.
final class FilmReading {
    private @Nullable VideoRedactor redactor;

    static boolean isFilm(Extraction extraction) {
        return extraction.mediaType().startsWith("video/")
                || extraction.mediaType().equals("application/mp4");
    }

    /// A film without faces and words, and with the sound that is wished for.
    ///
    /// @throws WrongUsage when silence is wished for at times that the film does not have, told before the search
    SourceFile read(Path file, Extraction extraction, RedactCommand.Wish wish) throws IOException, WrongUsage {
        VideoRedactor films = redactor(wish.pictures());
        Path folder = CommandFiles.folder("video-command");
        Path silent = CommandFiles.endingWithProcess(folder, ".mp4");
        if (!wish.silences().isEmpty()) {
            switch (films.length(Content.ofFile(file))) {
                case VideoLength.Lasts(Duration duration) -> MutedTimes.check(wish.silences(), duration);
                case VideoLength.Refused(VideoRefusal reason) -> {
                    return new SourceFile.Film(extraction, new VideoResult.Refused(reason), silent);
                }
            }
        }
        var result =
                films.redact(Content.ofFile(file), mp4 -> Files.copy(mp4, silent, StandardCopyOption.REPLACE_EXISTING));
        if (!(result instanceof VideoResult.Redacted) || wish.voice() == Voice.MUTE) {
            return new SourceFile.Film(extraction, result, silent);
        }
        Path heard = CommandFiles.endingWithProcess(folder, ".mp4");
        var refusal = films.withSound(
                Content.ofFile(file),
                Content.ofFile(silent),
                wish.voice(),
                wish.silences(),
                mp4 -> Files.copy(mp4, heard, StandardCopyOption.REPLACE_EXISTING));
        return new SourceFile.Film(
                extraction, refusal.<VideoResult>map(VideoResult.Refused::new).orElse(result), heard);
    }

    private VideoRedactor redactor(PictureSettings pictures) throws IOException {
        var films = redactor;
        if (films == null) {
            var settings = new ConfigReader(System.getenv())
                    .settings(new FolderOptions().folders().config());
            films = InstalledPictures.videoRedactor(CommandFiles.folder("video-command"), settings.videos(), pictures);
            Runtime.getRuntime().addShutdownHook(new Thread(films::close));
            redactor = films;
        }
        return films;
    }
}
