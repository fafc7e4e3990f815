package org.safepassage.redact.evaluation;

import java.io.Serial;

/// A corpus that cannot be used. The message names the file, the line and what is wrong with it, never its words.
public final class BadCorpus extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /// @param problem with the name of the file or folder
    public BadCorpus(String problem) {
        super(problem);
    }

    BadCorpus(String file, long line, String problem) {
        super(file + " line " + line + ": " + problem);
    }
}
