package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.wiring.InstalledPictures;
import org.safepassage.redact.renditions.pictures.PictureSettings;
import picocli.CommandLine.Option;

/// An operator's own face model; the same option for every command that searches pictures.
final class FaceModelOption {
    @Option(
            names = "--face-model",
            paramLabel = "FILE",
            description = "Ask a YuNet of your own for faces too: an ONNX file (default: redaction.faceModel of the"
                    + " configuration).")
    private @Nullable Path file;

    /// How pictures are searched.
    ///
    /// @throws IOException when the file or the configuration cannot be used
    PictureSettings settings() throws IOException {
        return InstalledPictures.settings(
                OwnModels.faceModel(file, new FolderOptions().folders().config()));
    }
}
