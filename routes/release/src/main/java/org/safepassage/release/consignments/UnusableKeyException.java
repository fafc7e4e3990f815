package org.safepassage.release.consignments;

/// A key file that cannot be used, with the reason and what to do about it. Never holds key material.
public final class UnusableKeyException extends Exception {
    UnusableKeyException(String message) {
        super(message);
    }

    UnusableKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
