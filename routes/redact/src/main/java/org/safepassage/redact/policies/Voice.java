package org.safepassage.redact.policies;

/// What becomes of the sound of a video. A voice tells who speaks, and names that are spoken are not searched for.
public enum Voice {
    /// There is no sound.
    MUTE,
    /// Voices are lowered and lose their melody, as if whispered: known ears are misled. No proof against voice
    /// comparison.
    CHANGE,
    /// It stays as it is.
    KEEP
}
