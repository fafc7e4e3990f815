package org.safepassage.hub.configuration;

/// How gently a partner's system is treated, and what is too much of it. 0 means without limit.
///
/// @param callsPerMinute listings, readings and acknowledgements together
/// @param bytesPerSecond of everything that is read from it
/// @param largestItemMegabytes a larger file ends the arrival's reading
/// @param concurrency arrivals that are read at once
/// @param failures in a row after which it is left alone; 0 never leaves it alone
/// @param restSeconds how long
public record PartnerLimits(
        int callsPerMinute,
        long bytesPerSecond,
        int largestItemMegabytes,
        int concurrency,
        int failures,
        int restSeconds) {
    /// Those that hold where nothing else is said.
    public static PartnerLimits defaults() {
        return new PartnerLimits(0, 0, 0, 1, 5, 60);
    }
}
