package org.safepassage.redact.classifier;

import java.io.IOException;
import java.nio.file.Path;

/// A classifier's folder that cannot be used. The message names the file, what is wrong with it and the next action.
public final class UnusableClassifier extends IOException {
    UnusableClassifier(Path place, String problem) {
        super(place + ": " + problem);
    }

    UnusableClassifier(Path place, String problem, Throwable cause) {
        super(place + ": " + problem, cause);
    }
}
