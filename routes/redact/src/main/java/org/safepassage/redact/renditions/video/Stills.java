package org.safepassage.redact.renditions.video;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes some frames of a film as pictures, evenly from its first to its last. For one thread.
final class Stills implements Frames.Taker {
    private final Path folder;
    private final long step;
    private final int most;
    private long next;
    private int count;

    /// @param millis how long the film is
    Stills(Path folder, long millis, long stepMillis, int most) {
        this.folder = folder;
        this.most = most;
        this.step = Math.max(stepMillis, millis / most + 1) * 1000;
    }

    @Override
    public void take(FilmFrame frame) throws VideoRefused, IOException {
        if (frame.micros() < next || count == most) {
            return;
        }
        next = frame.micros() + step;
        count++;
        if (!ImageIO.write(frame.picture(), "png", file(folder, count).toFile())) {
            throw new VideoRefused(VideoRefusal.CRASHED);
        }
    }

    /// Where a still lies.
    ///
    /// @param number counted from 1
    static Path file(Path folder, int number) {
        return folder.resolve("still-" + number + ".png");
    }

    int count() {
        return count;
    }
}
