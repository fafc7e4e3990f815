package org.safepassage.hub.secrets;

import java.io.IOException;

/// A secret that is referred to cannot be had; the message names the reference and the next action, never a value.
public final class UnknownSecret extends IOException {
    UnknownSecret(String message) {
        super(message);
    }
}
