package org.safepassage.hub.pipeline;

/// The disk is too full to take anything in. The order stays on its queue, so that taking in goes on by itself when
/// there is room again.
public final class WaitForRoom extends Waiting {
    private static final long serialVersionUID = 1L;

    /// @param shares how much is free and how much is needed
    public WaitForRoom(String shares) {
        super(shares);
    }
}
