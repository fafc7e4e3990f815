package org.safepassage.redact.renditions;

import java.io.IOException;

/// A medium is sound as far as can be told, but of a make that cannot be stripped safely.
final class UnsupportedMedia extends IOException {
    private final String reason;

    UnsupportedMedia(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
