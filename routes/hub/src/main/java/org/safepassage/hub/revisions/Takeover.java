package org.safepassage.hub.revisions;

import org.safepassage.hub.configuration.AppliedState;

/// Makes a running hub work by another state. What it begins it ends, or it throws and is called again with the
/// states exchanged.
@FunctionalInterface
public interface Takeover {
    /// @throws Exception when something of the new state could not be brought about
    void take(AppliedState before, AppliedState after) throws Exception;
}
