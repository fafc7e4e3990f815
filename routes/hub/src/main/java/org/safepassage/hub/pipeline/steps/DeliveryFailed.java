package org.safepassage.hub.pipeline.steps;

import java.io.IOException;

/// A recipient could not be reached now. The message holds the recipient's name and the door's reason, no case data.
public final class DeliveryFailed extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param message for the operator
    public DeliveryFailed(String message) {
        super(message);
    }
}
