package org.safepassage.evidence.vault;

/// The keys cannot be used. The message names the place, what is wrong and what to do, and never holds key material.
public final class KeyRingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What is wrong, for callers that act on it.
    public enum Reason {
        /// No file is there.
        MISSING,
        /// `create` found a file and left it alone.
        ALREADY_THERE,
        /// Others than the owner may read or write the file.
        OPEN_TO_OTHERS,
        /// The file is protected and no passphrase was given.
        PASSPHRASE_NEEDED,
        /// A passphrase was given and the file has none.
        PASSPHRASE_NOT_USED,
        /// The passphrase does not open the file.
        WRONG_PASSPHRASE,
        /// The file is cut short or was changed.
        DAMAGED,
        /// A later release wrote the file.
        NEWER_FORMAT,
        /// The file or its folder cannot be read or written now.
        NO_ACCESS,
        /// A sealed value names a key that the ring does not hold.
        UNKNOWN_KEY,
        /// A sealed value was changed, or belongs to another place.
        NOT_AUTHENTIC
    }

    private final Reason reason;

    KeyRingException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    KeyRingException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /// What is wrong.
    public Reason reason() {
        return reason;
    }
}
