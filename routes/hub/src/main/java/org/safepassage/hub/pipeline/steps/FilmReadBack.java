package org.safepassage.hub.pipeline.steps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safepassage.redact.check.ReadBack;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.redact.renditions.video.VideoRefusal;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Extraction.Status;

/// Reads what is about to leave as another reader does, and of films the print in their frames as well: stills are
/// taken apart from the process that made the film, and read as pictures. A film that has frames but gives no stills
/// counts as unreadable. As safe to share as what it is made of.
public final class FilmReadBack implements ReadBack {
    private final ReadBack files;
    private final Filming filming;

    /// Takes stills of a film.
    @FunctionalInterface
    public interface Filming {
        /// @return why there are none, if there are none
        /// @throws IOException when it could not be tried now
        Optional<VideoRefusal> stills(Content film, VideoRedactor.Taking taking) throws IOException;
    }

    /// @param files reads a file of any kind
    public FilmReadBack(ReadBack files, Filming filming) {
        this.files = files;
        this.filming = filming;
    }

    @Override
    public Extraction read(Content content, String name) throws IOException {
        Extraction own = files.read(content, name);
        if (!own.mediaType().startsWith("video/") && !own.mediaType().equals("application/mp4")) return own;
        var inside = new ArrayList<>(own.embedded());
        var refusal = filming.stills(content, png -> {
            String still = "still-" + (inside.size() + 1) + ".png";
            inside.add(new Extraction.Embedded(still, files.read(new Still(png.readAllBytes()), still)));
        });
        return new Extraction(
                refusal.isPresent() && refusal.get() != VideoRefusal.EMPTY ? Status.CORRUPT : own.status(),
                own.reason(),
                own.mediaType(),
                own.pages(),
                own.languages(),
                own.text(),
                own.passages(),
                own.metadata(),
                List.copyOf(inside));
    }

    /// One still, a few megabytes at most.
    private static final class Still implements Content {
        private final byte[] png;

        Still(byte[] png) {
            this.png = png;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(png);
        }

        @Override
        public long size() {
            return png.length;
        }
    }
}
