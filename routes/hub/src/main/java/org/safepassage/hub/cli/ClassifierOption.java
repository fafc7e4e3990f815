package org.safepassage.hub.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.wiring.InstalledDetector;
import org.safepassage.redact.Detector;
import picocli.CommandLine.Option;

/// An operator's own token classifier; the same option for every command that detects.
final class ClassifierOption {
    @Option(
            names = "--classifier",
            paramLabel = "DIR",
            description =
                    "Ask a token classifier of your own too: a folder with model.onnx, tokenizer.json, config.json"
                            + " and mention-types.json (default: redaction.classifier of the configuration).")
    private @Nullable Path folder;

    /// The detector with that classifier, or with the one that the configuration names, which ends with this process;
    /// without either the one that comes along.
    ///
    /// @throws IOException when the folder or the configuration cannot be used
    Detector detector() throws IOException {
        var folders = new FolderOptions().folders();
        Optional<Path> model = OwnModels.classifier(folder, folders.config());
        if (model.isEmpty()) {
            return Detector.standard();
        }
        Path temp = folders.data().resolve("tmp").resolve("classifier-command");
        var installed = InstalledDetector.open(model, temp, Runtime.getRuntime().availableProcessors());
        Runtime.getRuntime().addShutdownHook(new Thread(installed::close));
        return installed.detector();
    }
}
