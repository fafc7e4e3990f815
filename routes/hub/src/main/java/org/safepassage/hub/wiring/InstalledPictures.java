package org.safepassage.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.redact.apart.ChildSettings;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.UnusableFaceModel;
import org.safepassage.redact.renditions.video.VideoRedactor;

/// The redactors of pictures and videos as they are installed: on this process's own Java, with its own class path, and
/// with the operator's own face model where one is named.
public final class InstalledPictures {
    /// CPU time for looking at what a film claims to be; the rest is told by its length.
    private static final Duration LOOKING = Duration.ofMinutes(5);

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
    /// @param settings what a film may be and cost
    /// @param pictures how its frames are searched
    /// @throws IOException when that folder cannot be made
    public static VideoRedactor videoRedactor(Path temp, Settings.Videos settings, PictureSettings pictures)
            throws IOException {
        var child = ChildSettings.defaults(java(), System.getProperty("java.class.path"), temp)
                .withMemory(settings.heapMegabytes(), settings.memoryMegabytes())
                .withTimes(LOOKING, LOOKING.multipliedBy(6));
        return new VideoRedactor(child, settings.limits().withPictures(pictures));
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
