package org.safepassage.hub.cli;

import java.nio.file.NoSuchFileException;

/// Why a command could not do its work, in one line for stderr.
final class Reason {
    private Reason() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
