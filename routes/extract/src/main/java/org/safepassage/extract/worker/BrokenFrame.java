package org.safepassage.extract.worker;

import java.io.IOException;

/// A frame that makes no sense: the worker that sent it is not to be believed in anything.
public final class BrokenFrame extends IOException {
    /// @param message what makes no sense
    public BrokenFrame(String message) {
        super(message);
    }
}
