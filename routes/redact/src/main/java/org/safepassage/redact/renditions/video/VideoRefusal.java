package org.safepassage.redact.renditions.video;

/// Why no rendition of a film can be made.
public enum VideoRefusal {
    /// No container or coding that is read here.
    UNSUPPORTED,
    /// More than one moving picture: what the others show would be dropped without a word.
    SEVERAL_PICTURES,
    /// Its frames change their size or form under way.
    CHANGING,
    /// More pixels in a frame, or more frames, than the limit.
    TOO_LARGE,
    /// It lasts longer than the limit, or says so.
    TOO_LONG,
    /// Not one frame.
    EMPTY,
    /// It ends too early or contradicts itself, so part of it was never seen.
    DAMAGED,
    /// The disk has no room for it and its rendition.
    NO_ROOM,
    /// Decoding, searching or writing took too long.
    TIMEOUT,
    /// Decoding, searching or writing crashed, or needed too much memory.
    CRASHED
}
