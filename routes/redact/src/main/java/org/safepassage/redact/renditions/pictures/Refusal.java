package org.safepassage.redact.renditions.pictures;

/// Why no rendition of a picture can be made.
public enum Refusal {
    /// No format that is known here.
    UNSUPPORTED,
    /// More pixels than the limit.
    TOO_LARGE,
    /// It ends too early or contradicts itself, so part of it was never seen.
    DAMAGED,
    /// More than one frame: what the others show would be dropped without a word.
    ANIMATED,
    /// More than one page.
    SEVERAL_PAGES,
    /// Decoding or searching took too long.
    TIMEOUT,
    /// Decoding or searching crashed, or needed too much memory.
    CRASHED
}
