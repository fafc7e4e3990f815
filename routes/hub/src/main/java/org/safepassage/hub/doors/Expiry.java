package org.safepassage.hub.doors;

import java.time.Duration;
import java.time.Instant;

/// Something that ends one day: a key, a certificate, a secret.
///
/// @param what kind and place, such as `key of recipient court`; never a value
/// @param at the moment from which it does not hold any more
public record Expiry(String what, Instant at) {
    /// Whole days that are left; below 0 when it has ended.
    public long daysLeft(Instant now) {
        return Math.floorDiv(
                Duration.between(now, at).toSeconds(), Duration.ofDays(1).toSeconds());
    }
}
