package org.safepassage.redact.renditions.pictures;

/// Why a person should look at a picture before it goes out.
public enum Doubt {
    /// One detector saw a face, weakly, and the other did not; the place is covered.
    FACE_UNSURE,
    /// The second detector is sure of a face where the first saw none; the place is covered.
    DETECTORS_DISAGREE,
    /// So many faces that there are likely more, far away or half hidden, which no detector here sees.
    CROWD,
    /// So many pixels that faces were sought at a smaller size: small ones may have been missed.
    LARGE_PICTURE,
    /// Something looks like words that cannot be read; the place is covered.
    WORDS_ILLEGIBLE,
    /// The words could not be searched: the program for it is missing or failed.
    WORDS_UNSEARCHED,
    /// So much is covered that something else may have been taken for faces or words.
    MOSTLY_COVERED
}
