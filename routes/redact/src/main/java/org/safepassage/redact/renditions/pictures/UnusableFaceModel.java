package org.safepassage.redact.renditions.pictures;

import java.io.IOException;
import java.nio.file.Path;

/// An operator's face model that cannot be used. The message names the file, what is wrong with it and the next action.
public final class UnusableFaceModel extends IOException {
    UnusableFaceModel(Path file, String problem) {
        super(file + ": " + problem);
    }

    UnusableFaceModel(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
