package org.safepassage.redact.check;

import java.io.Serial;

/// A file cannot be read to its end within the limits. The message names a status or a limit, no content.
class UnreadableFile extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableFile(String why) {
        super(why);
    }

    String why() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
