package org.safepassage.redact.renditions.video;

import java.time.Duration;

/// How long a film is seen or heard, as its packets tell before anything is decoded.
public sealed interface VideoLength {
    /// @param duration to the end of the last picture or sound
    record Lasts(Duration duration) implements VideoLength {}

    /// Nobody can tell: no rendition with its sound could be made either.
    record Refused(VideoRefusal reason) implements VideoLength {}
}
