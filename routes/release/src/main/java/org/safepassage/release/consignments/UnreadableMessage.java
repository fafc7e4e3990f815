package org.safepassage.release.consignments;

import java.io.IOException;

/// A message to the hub that cannot be opened. Holds nothing of what is in it.
public final class UnreadableMessage extends IOException {
    /// Why.
    public enum Reason {
        /// It is no OpenPGP message, or one that anybody could read.
        NOT_ENCRYPTED,
        /// It is encrypted to another key.
        NOT_TO_US,
        /// It was changed, ends early, or uses what is no longer safe.
        BROKEN
    }

    private final Reason reason;

    UnreadableMessage(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// Only the trace of what the library saw is kept: its message may quote the content.
    UnreadableMessage(Reason reason, String message, Throwable seen) {
        this(reason, message);
        setStackTrace(seen.getStackTrace());
    }

    /// Why it cannot be opened.
    public Reason reason() {
        return reason;
    }
}
