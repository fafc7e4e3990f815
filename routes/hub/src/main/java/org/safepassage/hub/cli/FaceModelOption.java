package org.safepassage.hub.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.wiring.InstalledPictures;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import org.safepassage.redact.renditions.pictures.UnusableFaceModel;
import picocli.CommandLine.Option;

/// An operator's own face model; the same option for every command that searches pictures.
final class FaceModelOption {
    @Option(
            names = "--face-model",
            paramLabel = "FILE",
            description = "Ask a YuNet of your own for faces too: an ONNX file.")
    private @Nullable Path file;

    /// How pictures are searched.
    ///
    /// @throws UnusableFaceModel when the file cannot be used
    PictureSettings settings() throws UnusableFaceModel {
        return InstalledPictures.settings(Optional.ofNullable(file));
    }
}
