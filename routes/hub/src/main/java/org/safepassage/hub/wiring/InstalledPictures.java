package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.UnusableFaceModel;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.redact.renditions.video.VideoSettings;

/// The redactors of pictures and videos as they are installed: on this process's own Java, with its own class path, and
/// with the operator's own face model where one is named.
public final class InstalledPictures {
    private InstalledPictures() {}

    /// How pictures are searched.
    ///
    /// @param faceModel a YuNet, tried out here and now
    /// @throws UnusableFaceModel when it cannot be used; the message names file and next action
    public static PictureSettings settings(Optional<Path> faceModel) throws UnusableFaceModel {
        PictureSettings settings = PictureSettings.defaults();
        return faceModel.isPresent() ? settings.withFaceModel(faceModel.get()) : settings;
    }

    /// A redactor; nothing is loaded before the first picture.
    ///
    /// @param temp where it may write
    /// @throws IOException when that folder cannot be made
    public static PictureRedactor redactor(Path temp, PictureSettings settings) throws IOException {
        return new PictureRedactor(java(), System.getProperty("java.class.path"), temp, settings);
    }

    /// A redactor of videos; nothing is loaded before the first one.
    ///
    /// @param temp where it may write
    /// @throws IOException when that folder cannot be made
    public static VideoRedactor videoRedactor(Path temp, PictureSettings settings) throws IOException {
        var usual = VideoSettings.defaults();
        return new VideoRedactor(
                java(),
                System.getProperty("java.class.path"),
                temp,
                new VideoSettings(
                        usual.longestSeconds(),
                        usual.mostPixels(),
                        usual.stepMillis(),
                        usual.slowStepMillis(),
                        usual.cpuSecondsPerSecond(),
                        settings));
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
