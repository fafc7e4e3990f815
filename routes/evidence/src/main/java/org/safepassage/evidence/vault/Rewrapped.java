package org.safepassage.evidence.vault;

import java.util.List;

/// What [Vault#rewrap] did.
///
/// @param rewrapped objects whose data key is now wrapped by the primary key
/// @param current objects that were so already
/// @param failed digests of objects whose header could not be opened; they are untouched
public record Rewrapped(long rewrapped, long current, List<String> failed) {
    public Rewrapped {
        failed = List.copyOf(failed);
    }
}
