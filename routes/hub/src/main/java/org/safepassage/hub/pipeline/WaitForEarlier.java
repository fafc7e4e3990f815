package org.safepassage.hub.pipeline;

/// Something earlier has to come to its end first.
public final class WaitForEarlier extends Waiting {
    private static final long serialVersionUID = 1L;

    /// @param what it waits for, ids only
    public WaitForEarlier(String what) {
        super(what);
    }
}
