package org.safepassage.redact.renditions.video;

import org.safepassage.redact.renditions.pictures.Region;

/// Something that is covered for a while.
///
/// @param kind what is there
/// @param firstFrame the first frame in which it is covered, counted from 0
/// @param lastFrame the last one
/// @param fromMillis time of the first frame from the film's beginning
/// @param toMillis time of the last frame
/// @param x left edge, in pixels, of all places together where it is covered
/// @param y top edge of them
/// @param width of them
/// @param height of them
/// @param confidence 0 to 1, the most that a detector gave it
public record CoveredSpan(
        Region.Kind kind,
        long firstFrame,
        long lastFrame,
        long fromMillis,
        long toMillis,
        int x,
        int y,
        int width,
        int height,
        double confidence) {}
