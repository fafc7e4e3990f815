package org.safepassage.redact.check;

import java.util.List;

/// How the exit check ended. Only [Clean] may leave.
public sealed interface CheckResult {
    /// Everything was read and nothing was found.
    ///
    /// @param files number of files
    /// @param bytes their bytes together
    record Clean(int files, long bytes) implements CheckResult {}

    /// Something points to somebody who may not be known.
    ///
    /// @param hits where, in the order of the files; at least one, at most a thousand
    record Leaks(List<Hit> hits) implements CheckResult {
        public Leaks {
            hits = List.copyOf(hits);
        }
    }

    /// A file could not be read to its end, so nothing can be said of it.
    ///
    /// @param file its path, or `file 3` when the path itself is in doubt
    /// @param why a status or a limit, no content
    record Unreadable(String file, String why) implements CheckResult {
        /// Whether print was not recognised because no program for it is installed, or it is switched off.
        public boolean lacksRecognition() {
            return why.contains("ocr-missing") || why.contains("ocr-off");
        }
    }
}
