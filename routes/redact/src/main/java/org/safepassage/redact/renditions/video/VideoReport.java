package org.safepassage.redact.renditions.video;

import java.util.List;
import org.safepassage.redact.policies.Voice;

/// What was done to a film: the review record of it, without identities.
///
/// @param format the coding of the original's picture, such as `h264`
/// @param width of the rendition, which stands upright, in pixels; even
/// @param height of the rendition, in pixels; even
/// @param frames number of frames, the same as in the original
/// @param millis how long it lasts
/// @param covered what is covered, where and when, in order of time; at most [#MOST_SPANS]
/// @param mostCovered the largest share of a frame that is covered, 0 to 1
/// @param dropped kinds of what the original held beside its picture, such as `sound` or `subtitles`
/// @param doubts why a person should look at it; empty when it may go out as it is
public record VideoReport(
        String format,
        int width,
        int height,
        long frames,
        long millis,
        List<CoveredSpan> covered,
        double mostCovered,
        List<String> dropped,
        List<VideoDoubt> doubts) {
    /// Of more spans than this only the first are told; all are covered.
    public static final int MOST_SPANS = 10_000;

    public VideoReport {
        covered = List.copyOf(covered);
        dropped = List.copyOf(dropped);
        doubts = List.copyOf(doubts);
    }

    private static final String SOUND = "sound";

    /// The same once sound was put back for a recipient, or was not.
    public VideoReport with(Voice voice) {
        List<String> gone = voice == Voice.MUTE
                ? dropped
                : dropped.stream().filter(kind -> !kind.equals(SOUND)).toList();
        return new VideoReport(format, width, height, frames, millis, covered, mostCovered, gone, doubts);
    }

    /// What a recipient hears of it: `none` where the original has no sound, else `dropped`, `changed` or `kept`.
    public String sound(Voice voice) {
        if (!dropped.contains(SOUND)) {
            return "none";
        }
        return switch (voice) {
            case MUTE -> "dropped";
            case CHANGE -> "changed";
            case KEEP -> "kept";
        };
    }

    /// Whether a person should look at it before it goes out.
    public boolean raisesDoubt() {
        return !doubts.isEmpty();
    }
}
