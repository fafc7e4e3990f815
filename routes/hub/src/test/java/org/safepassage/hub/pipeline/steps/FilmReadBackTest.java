package org.safepassage.hub.pipeline.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safepassage.redact.check.ReadBack;
import org.safepassage.redact.renditions.video.VideoRefusal;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

class FilmReadBackTest {
    private static final Content FILE = Content.of(new byte[10]);

    /// Says what a name is: films are silent, stills have print.
    private static final ReadBack FILES = (content, name) -> name.endsWith(".png")
            ? extraction(Status.OK, "image/png", "print of " + content.size())
            : extraction(Status.NO_TEXT, name.endsWith(".mp4") ? "video/mp4" : "text/plain", "");

    @Test
    void thePrintOfStillsIsReadWithTheFilm() throws Exception {
        // Given
        var readBack = new FilmReadBack(FILES, (film, taking) -> {
            taking.take(new ByteArrayInputStream(new byte[3]));
            taking.take(new ByteArrayInputStream(new byte[4]));
            return Optional.empty();
        });

        // When
        var read = readBack.read(FILE, "x1.mp4");

        // Then
        assertThat(read.status()).isEqualTo(Status.NO_TEXT);
        assertThat(read.embedded())
                .extracting(still -> still.extraction().text())
                .containsExactly("print of 3", "print of 4");
    }

    @Test
    void aFilmWithoutStillsIsUnreadable() throws Exception {
        var read = new FilmReadBack(FILES, (film, taking) -> Optional.of(VideoRefusal.DAMAGED)).read(FILE, "x1.mp4");

        assertThat(read.status()).isEqualTo(Status.CORRUPT);
    }

    @Test
    void whatIsNoFilmIsNotFilmed() throws Exception {
        var read = new FilmReadBack(FILES, (film, taking) -> {
                    throw new AssertionError("filmed");
                })
                .read(FILE, "x1.txt");

        assertThat(read.mediaType()).isEqualTo("text/plain");
    }

    private static Extraction extraction(Status status, String mediaType, String text) {
        return new Extraction(status, "", mediaType, 0, List.of(), text, List.of(), Map.of(), List.of());
    }
}
