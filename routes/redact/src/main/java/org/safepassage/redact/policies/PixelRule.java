package org.safepassage.redact.policies;

/// What becomes of a photograph, a scan or a video once what identifies people is covered in it.
public enum PixelRule {
    /// It goes out when nothing about it is in doubt.
    RELEASE,
    /// A person looks at it first, always.
    HOLD
}
