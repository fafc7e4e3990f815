package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;

/// The picture redactor as it is installed: on this process's own Java, with its own class path.
public final class InstalledPictures {
    private InstalledPictures() {}

    /// A redactor; nothing is loaded before the first picture.
    ///
    /// @param temp where it may write
    /// @throws IOException when that folder cannot be made
    public static PictureRedactor redactor(Path temp) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new PictureRedactor(java, System.getProperty("java.class.path"), temp, PictureSettings.defaults());
    }
}
