package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.redact.renditions.video.VideoSettings;

/// The redactors of pictures and videos as they are installed: on this process's own Java, with its own class path.
public final class InstalledPictures {
    private InstalledPictures() {}

    /// A redactor; nothing is loaded before the first picture.
    ///
    /// @param temp where it may write
    /// @throws IOException when that folder cannot be made
    public static PictureRedactor redactor(Path temp) throws IOException {
        return new PictureRedactor(java(), System.getProperty("java.class.path"), temp, PictureSettings.defaults());
    }

    /// A redactor that covers faces alone, to measure how well it finds them.
    ///
    /// @param temp where it may write
    /// @throws IOException when that folder cannot be made
    public static PictureRedactor faceRedactor(Path temp) throws IOException {
        return new PictureRedactor(
                java(),
                System.getProperty("java.class.path"),
                temp,
                PictureSettings.defaults().withoutWords());
    }

    /// A redactor of videos; nothing is loaded before the first one.
    ///
    /// @param temp where it may write
    /// @throws IOException when that folder cannot be made
    public static VideoRedactor videoRedactor(Path temp) throws IOException {
        return new VideoRedactor(java(), System.getProperty("java.class.path"), temp, VideoSettings.defaults());
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
