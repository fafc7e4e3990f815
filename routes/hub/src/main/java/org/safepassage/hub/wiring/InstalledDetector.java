package org.safepassage.hub.wiring;

import java.nio.file.Path;
import java.util.Optional;
import org.safepassage.redact.Detector;
import org.safepassage.redact.classifier.ClassifierRecogniser;
import org.safepassage.redact.classifier.UnusableClassifier;

/// The detector as it is installed: with every recogniser that comes along, and the operator's own classifier where one
/// is named. Whoever opens it closes it.
public final class InstalledDetector implements AutoCloseable {
    private final Optional<ClassifierRecogniser> classifier;

    private InstalledDetector(Optional<ClassifierRecogniser> classifier) {
        this.classifier = classifier;
    }

    /// Opens the classifier, if there is one.
    ///
    /// @param folder of the classifier
    /// @param temp where its native part is unpacked
    /// @param threads that it may keep busy
    /// @throws UnusableClassifier when it cannot be used; the message names file and next action
    public static InstalledDetector open(Optional<Path> folder, Path temp, int threads) throws UnusableClassifier {
        return new InstalledDetector(
                folder.isPresent()
                        ? Optional.of(ClassifierRecogniser.open(folder.get(), temp, threads))
                        : Optional.empty());
    }

    /// The detector; not to be used once this is closed.
    public Detector detector() {
        return classifier.map(Detector.standard()::with).orElse(Detector.standard());
    }

    @Override
    public void close() {
        classifier.ifPresent(ClassifierRecogniser::close);
    }
}
