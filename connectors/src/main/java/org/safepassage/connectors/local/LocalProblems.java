package org.safepassage.connectors.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// What an exception of the file system means to an operator, without the path that its message holds.
final class LocalProblems {
    private LocalProblems() {}

    static DoorProblem of(IOException thrown) {
        String said = String.valueOf(thrown.getMessage());
        return switch (thrown) {
            case DoorProblem problem -> problem;
            case NoSuchFileException gone ->
                new DoorProblem(Kind.GONE, "a file or folder of the share is not there", gone);
            case AccessDeniedException refused ->
                new DoorProblem(Kind.PERMISSION, "the hub's account may not do that in this folder", refused);
            case NotDirectoryException odd ->
                new DoorProblem(Kind.CHANGED, "a folder became a link or a file while it was looked at", odd);
            case FileSystemLoopException odd ->
                new DoorProblem(Kind.CHANGED, "a folder became a link while it was looked at", odd);
            case AtomicMoveNotSupportedException across ->
                new DoorProblem(Kind.CONFIGURATION, "files cannot be moved there: it is another file system", across);
            default -> bySaying(said, thrown);
        };
    }

    /// The platform gives the system's own sentence and no number.
    private static DoorProblem bySaying(String said, IOException thrown) {
        if (said.contains("Too many levels of symbolic links")) {
            return new DoorProblem(Kind.CHANGED, "a file or folder became a link while it was looked at", thrown);
        }
        if (said.contains("Read-only file system")) {
            return new DoorProblem(Kind.PERMISSION, "the share is mounted read-only", thrown);
        }
        if (said.contains("No space left") || said.contains("quota exceeded")) {
            return new DoorProblem(Kind.FULL, "there is no room left on the file system of this folder", thrown);
        }
        return new DoorProblem(
                Kind.CUT, "the share does not answer (" + thrown.getClass().getSimpleName() + ")", thrown);
    }
}
