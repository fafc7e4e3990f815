package org.safepassage.redact.evaluation;

import java.util.Locale;

/// What a figure is to reach.
///
/// @param bound the share
/// @param atMost whether the figure is to stay at or under it; otherwise at or over it
public record Goal(double bound, boolean atMost) {
    /// At or under a bound.
    public static Goal atMost(double bound) {
        return new Goal(bound, true);
    }

    /// At or over a bound.
    public static Goal atLeast(double bound) {
        return new Goal(bound, false);
    }

    /// Whether the share itself reaches the goal; its interval may reach over it.
    public boolean met(Rate rate) {
        return atMost ? rate.share() <= bound : rate.share() >= bound;
    }

    @Override
    public String toString() {
        return (atMost ? "<= " : ">= ") + String.format(Locale.ROOT, "%.1f %%", bound * 100);
    }
}
