package org.safepassage.hub.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.wiring.InstalledDetector;
import org.safepassage.redact.Detector;
import org.safepassage.redact.classifier.UnusableClassifier;
import picocli.CommandLine.Option;

/// An operator's own token classifier; the same option for every command that detects.
final class ClassifierOption {
    @Option(
            names = "--classifier",
            paramLabel = "DIR",
            description =
                    "Ask a token classifier of your own too: a folder with model.onnx, tokenizer.json, config.json"
                            + " and mention-types.json.")
    private @Nullable Path folder;

    /// The detector with that classifier, which ends with this process; without the option the one that comes along.
    ///
    /// @throws UnusableClassifier when the folder cannot be used
    Detector detector() throws UnusableClassifier {
        if (folder == null) {
            return Detector.standard();
        }
        Path temp = new FolderOptions().folders().data().resolve("tmp").resolve("classifier-command");
        var installed = InstalledDetector.open(
                Optional.of(folder), temp, Runtime.getRuntime().availableProcessors());
        Runtime.getRuntime().addShutdownHook(new Thread(installed::close));
        return installed.detector();
    }
}
