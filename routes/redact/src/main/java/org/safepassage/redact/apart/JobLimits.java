package org.safepassage.redact.apart;

import java.time.Duration;

/// What one job may cost.
///
/// @param cpuTime its own child processes included
/// @param wallClock by the clock
record JobLimits(Duration cpuTime, Duration wallClock) {
    JobLimits {
        if (!cpuTime.isPositive() || !wallClock.isPositive()) {
            throw new IllegalArgumentException("a job's limits must be more than nothing");
        }
    }
}
