package org.safepassage.redact.renditions.video;

/// Why a person should look at a film before it goes out.
public enum VideoDoubt {
    /// A face was never seen surely; the place is covered as long as something was seen.
    FACE_UNSURE,
    /// A face was lost inside the picture: it may have turned away, and may be there still.
    FACE_LOST,
    /// The second detector is sure of a face where the first saw none; the place is covered.
    DETECTORS_DISAGREE,
    /// So many faces at once that there are likely more, far away or half hidden.
    CROWD,
    /// Something looks like words that cannot be read; the place is covered.
    WORDS_ILLEGIBLE,
    /// The words could not be searched: the program for it is missing or failed.
    WORDS_UNSEARCHED,
    /// So much of a frame is covered that something else may have been taken for faces or words.
    MOSTLY_COVERED,
    /// A face was found in the finished film.
    FACE_LEFT
}
