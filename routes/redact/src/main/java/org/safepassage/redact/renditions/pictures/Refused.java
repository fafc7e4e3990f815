package org.safepassage.redact.renditions.pictures;

import java.io.Serial;

/// A picture cannot be decoded whole.
final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Refusal reason;

    Refused(Refusal reason) {
        super(reason.name());
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
