package org.safepassage.hub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safepassage.evidence.vault.KeyRingException;

/// Why a command could not do its work, in one line for stderr: a place and what to do, never a value and never a stack
/// trace.
final class Reason {
    private Reason() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case AccessDeniedException denied ->
                "not permitted to use " + denied.getFile() + ": change its owner or mode";
            case NotDirectoryException file -> "is no folder: " + file.getFile();
            case FileAlreadyExistsException there -> "is there already: " + there.getFile();
            case FileSystemException disk ->
                "cannot use " + disk.getFile() + (disk.getReason() == null ? "" : ": " + disk.getReason());
            // Its message quotes what it could not read.
            case JsonProcessingException json ->
                "not readable as JSON"
                        + (json.getLocation() == null
                                ? ""
                                : " at line " + json.getLocation().getLineNr() + " column "
                                        + json.getLocation().getColumnNr());
            case IOException told when told.getMessage() != null -> told.getMessage();
            case KeyRingException keys -> String.valueOf(keys.getMessage());
            case RuntimeException wrapper
            when foreseen(wrapper) != null -> of(Objects.requireNonNull(foreseen(wrapper)));
            case RuntimeException bug -> unexpected(bug);
            default -> failure.getMessage() == null ? unexpected(failure) : failure.getMessage();
        };
    }

    /// What Spring wrapped on its way out of `up`: a refused port, folder, broker or key, thrown by this house to be
    /// read by an operator. Null when there is none.
    private static @Nullable Throwable foreseen(RuntimeException wrapper) {
        for (Throwable cause = wrapper; cause != null; cause = cause.getCause()) {
            boolean ours = cause.getStackTrace().length > 0
                    && cause.getStackTrace()[0].getClassName().startsWith("org.safepassage.hub.wiring.");
            if (ours && cause.getMessage() != null) return new IOException(cause.getMessage());
            if (cause instanceof IOException || cause instanceof KeyRingException) return cause;
        }
        return null;
    }

    /// The message of an exception that nobody foresaw may quote anything: its type and place are all that is told.
    private static String unexpected(Throwable failure) {
        String place = "";
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("org.safepassage.")) {
                place = " in " + frame.getClassName().replaceFirst(".*\\.", "") + " line " + frame.getLineNumber();
                break;
            }
        }
        return "unexpected " + failure.getClass().getSimpleName() + place
                + ": this is a fault of the program; report these words";
    }
}
