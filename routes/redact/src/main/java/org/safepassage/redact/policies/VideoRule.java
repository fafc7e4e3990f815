package org.safepassage.redact.policies;

/// What becomes of a video once faces and words in it are covered.
public enum VideoRule {
    /// It goes out when nothing about it is in doubt.
    RELEASE,
    /// A person looks at it first, always.
    HOLD
}
