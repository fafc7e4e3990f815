package org.safepassage.hub.cli;

import java.time.Duration;
import java.util.List;
import org.safepassage.redact.renditions.video.Silence;

/// Whether the times of `--mute` are times of the film: a mistake in them would leave a name to be heard. Told before
/// the film is searched, which takes long, and by the range's place, since its length is the film's own.
final class MutedTimes {
    private static final long SECOND = 1000;

    private MutedTimes() {}

    /// @param film how long it is seen or heard
    /// @throws WrongUsage naming the first range that is not within it
    static void check(List<Silence> silences, Duration film) throws WrongUsage {
        // Players tell whole seconds.
        long shown = Math.ceilDiv(film.toMillis(), SECOND) * SECOND;
        for (int i = 0; i < silences.size(); i++) {
            if (silences.get(i).fromMillis() >= film.toMillis()) {
                throw behind(i, "begins");
            }
            if (silences.get(i).toMillis() > shown) {
                throw behind(i, "ends");
            }
        }
    }

    /// What is said of times for a file that is no film.
    static WrongUsage noFilm() {
        return new WrongUsage("--mute is for films, and this FILE is none; leave it out");
    }

    private static WrongUsage behind(int index, String what) {
        return new WrongUsage("--mute: range " + (index + 1) + " " + what + " behind the end of the film;"
                + " look in a player how long it lasts, and give times within it");
    }
}
