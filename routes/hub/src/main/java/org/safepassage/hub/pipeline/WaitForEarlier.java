package org.safepassage.hub.pipeline;

import java.io.IOException;

/// Something earlier has to come to its end first; the message comes again, as often as it takes.
public final class WaitForEarlier extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param what it waits for, ids only
    public WaitForEarlier(String what) {
        super(what);
    }
}
