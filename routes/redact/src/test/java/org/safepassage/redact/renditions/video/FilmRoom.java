package org.safepassage.redact.renditions.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.safepassage.schemas.Content;

/// A redactor with a folder for its renditions, for tests.
final class FilmRoom implements AutoCloseable {
    private final Path folder;
    private final VideoRedactor redactor;

    FilmRoom(Path folder, VideoSettings settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.redactor = new VideoRedactor(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                folder,
                settings);
    }

    /// A rendition.
    record Done(Path film, VideoReport report) {}

    /// Redacts a film, which must go well.
    Done redacted(Path film) throws IOException {
        Path out = Files.createTempFile(folder, "rendition", ".mp4");
        var result =
                redactor.redact(Content.ofFile(film), mp4 -> Files.copy(mp4, out, StandardCopyOption.REPLACE_EXISTING));
        assertThat(result).isInstanceOf(VideoResult.Redacted.class);
        return new Done(out, ((VideoResult.Redacted) result).report());
    }

    /// Why a film is refused, which it must be.
    VideoRefusal refusal(Path film) throws IOException {
        var result = redactor.redact(Content.ofFile(film), mp4 -> {
            throw new AssertionError("a rendition was made");
        });
        assertThat(result).isInstanceOf(VideoResult.Refused.class);
        return ((VideoResult.Refused) result).reason();
    }

    VideoLength length(Path film) throws IOException {
        return redactor.length(Content.ofFile(film));
    }

    @Override
    public void close() {
        redactor.close();
    }
}
