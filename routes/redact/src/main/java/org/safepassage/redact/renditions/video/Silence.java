package org.safepassage.redact.renditions.video;

/// A time in which nothing is heard.
///
/// @param fromMillis its beginning, from the film's
/// @param toMillis its end
public record Silence(long fromMillis, long toMillis) {
    public Silence {
        if (fromMillis < 0 || toMillis <= fromMillis) {
            throw new IllegalArgumentException("a silence must end after it has begun");
        }
    }
}
