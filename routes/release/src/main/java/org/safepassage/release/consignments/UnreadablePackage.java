package org.safepassage.release.consignments;

import java.io.IOException;

/// A package that cannot or must not be read any further. Its message is one of ours and quotes nothing, so that it may
/// be shown.
final class UnreadablePackage extends IOException {
    UnreadablePackage(String message) {
        super(message);
    }

    UnreadablePackage(String message, Throwable cause) {
        super(message, cause);
    }
}
