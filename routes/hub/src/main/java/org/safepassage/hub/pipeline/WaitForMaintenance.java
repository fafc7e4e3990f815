package org.safepassage.hub.pipeline;

/// All doors are held for maintenance. What would have gone through one stays on its queue until that ends.
public final class WaitForMaintenance extends Waiting {
    private static final long serialVersionUID = 1L;

    /// Says that maintenance is on.
    public WaitForMaintenance() {
        super("maintenance is on: all doors are held");
    }
}
