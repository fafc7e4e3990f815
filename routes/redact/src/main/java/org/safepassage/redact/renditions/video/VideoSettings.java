package org.safepassage.redact.renditions.video;

import org.safepassage.redact.renditions.pictures.PictureSettings;

/// How films are searched, and which are too much.
///
/// @param longestSeconds films that last longer, or say so, are refused
/// @param mostPixels films with larger frames are refused before one is decoded
/// @param stepMillis faces are searched at least this often, and at every change of scene
/// @param slowStepMillis words are searched, and faces with every means, at least this often and at every change of
///     scene
/// @param cpuSeconds CPU time that any film may cost
/// @param cpuSecondsPerSecond CPU time that each of its seconds may cost beside
/// @param words how words are searched
public record VideoSettings(
        int longestSeconds,
        long mostPixels,
        int stepMillis,
        int slowStepMillis,
        int cpuSeconds,
        int cpuSecondsPerSecond,
        PictureSettings words) {
    public VideoSettings {
        if (Math.min(Math.min(longestSeconds, mostPixels), Math.min(stepMillis, slowStepMillis)) < 1
                || Math.min(cpuSeconds, cpuSecondsPerSecond) < 1) {
            throw new IllegalArgumentException("the limits and steps of films must be more than nothing");
        }
    }

    /// Half an hour of at most 4K (4096 by 2304, the largest that the encoder writes); faces eight times a second,
    /// words once.
    public static VideoSettings defaults() {
        return new VideoSettings(1800, 4096L * 2304, 125, 1000, 600, 60, PictureSettings.defaults());
    }

    /// The same with frames searched in another way.
    public VideoSettings withPictures(PictureSettings changed) {
        return new VideoSettings(
                longestSeconds, mostPixels, stepMillis, slowStepMillis, cpuSeconds, cpuSecondsPerSecond, changed);
    }
}
