package org.safepassage.redact.renditions.video;

import org.safepassage.redact.renditions.pictures.PictureSettings;

/// How films are searched, and which are too much.
///
/// @param longestSeconds films that last longer, or say so, are refused
/// @param mostPixels films with larger frames are refused before one is decoded
/// @param stepMillis faces are searched at least this often, and at every change of scene
/// @param slowStepMillis words are searched, and faces with every means, at least this often and at every change of
///     scene
/// @param cpuSecondsPerSecond what a second of film may cost, beside ten minutes for any film
/// @param words how words are searched
public record VideoSettings(
        int longestSeconds,
        long mostPixels,
        int stepMillis,
        int slowStepMillis,
        int cpuSecondsPerSecond,
        PictureSettings words) {
    public VideoSettings {
        if (longestSeconds < 1 || mostPixels < 1 || stepMillis < 1 || slowStepMillis < 1 || cpuSecondsPerSecond < 1) {
            throw new IllegalArgumentException("the limits and steps of films must be more than nothing");
        }
    }

    /// Half an hour of at most 4K (4096 by 2304, the largest that the encoder writes); faces eight times a second,
    /// words once.
    public static VideoSettings defaults() {
        return new VideoSettings(1800, 4096L * 2304, 125, 1000, 60, PictureSettings.defaults());
    }
}
