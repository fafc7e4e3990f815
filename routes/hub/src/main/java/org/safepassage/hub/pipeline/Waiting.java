package org.safepassage.hub.pipeline;

import java.io.IOException;

/// Nothing is wrong with the message itself: it waits for something else, and comes again as often as it takes. Never
/// held, never a dead letter.
public abstract sealed class Waiting extends IOException
        permits WaitForEarlier, WaitForMaintenance, WaitForPartner, WaitForRoom {
    private static final long serialVersionUID = 1L;

    Waiting(String what) {
        super(what);
    }
}
