package org.safepassage.redact.renditions.video;

import org.safepassage.redact.renditions.pictures.FrameSearch;

/// Looks at a finished film again, between the steps of the first search, for faces that it left. For one thread.
final class SecondLook implements Frames.Taker {
    private final FrameSearch search;
    private final long step;
    private long next;
    private boolean faceLeft;

    SecondLook(FrameSearch search, VideoSettings settings) {
        this.search = search;
        this.step = settings.slowStepMillis() * 1000L;
        this.next = step / 2;
    }

    @Override
    public void take(FilmFrame frame) {
        if (frame.micros() < next || faceLeft) {
            return;
        }
        next = frame.micros() + step;
        faceLeft = search.facesThoroughly(frame.picture()).regions().stream()
                .anyMatch(face -> face.confidence() >= Tracks.SURE);
    }

    /// Whether a face is shown.
    boolean faceLeft() {
        return faceLeft;
    }
}
