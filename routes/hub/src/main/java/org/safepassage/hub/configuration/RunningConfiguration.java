package org.safepassage.hub.configuration;

import java.util.concurrent.atomic.AtomicReference;
import org.safepassage.redact.policies.Policies;
import org.safepassage.release.agreements.Agreements;

/// The state that the hub works by at this moment; another one may be applied while it runs. Who needs two things of
/// one state takes [#state] once. Thread-safe.
public final class RunningConfiguration {
    private final AtomicReference<AppliedState> state;

    /// @param first the state at the start
    public RunningConfiguration(AppliedState first) {
        this.state = new AtomicReference<>(first);
    }

    /// Everything, of one moment.
    public AppliedState state() {
        return state.get();
    }

    /// Partners, recipients, exchanges and settings.
    public Configuration now() {
        return state.get().configuration();
    }

    /// The agreements.
    public Agreements agreements() {
        return state.get().agreements();
    }

    /// The policies of redaction.
    public Policies policies() {
        return state.get().policies();
    }

    /// From now on the hub works by this state; what a step has begun it ends by the one before.
    public void replace(AppliedState next) {
        state.set(next);
    }
}
