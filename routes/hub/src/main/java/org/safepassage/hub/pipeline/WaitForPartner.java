package org.safepassage.hub.pipeline;

/// A partner's system failed again and again and is left alone for a while. The order stays on its queue; the next one
/// after the rest tries whether it is back.
public final class WaitForPartner extends Waiting {
    private static final long serialVersionUID = 1L;

    /// @param rest how long it is left alone, in words
    public WaitForPartner(String rest) {
        super(rest);
    }
}
