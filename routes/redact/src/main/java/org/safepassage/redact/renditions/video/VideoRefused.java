package org.safepassage.redact.renditions.video;

import java.io.Serial;

/// A film cannot be read or written whole.
final class VideoRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final VideoRefusal reason;

    VideoRefused(VideoRefusal reason) {
        super(reason.name());
        this.reason = reason;
    }

    VideoRefusal reason() {
        return reason;
    }

    /// Returns what an FFmpeg function returned, unless that is an error.
    static int unless(int result, VideoRefusal reason) throws VideoRefused {
        if (result < 0) {
            throw new VideoRefused(reason);
        }
        return result;
    }
}
