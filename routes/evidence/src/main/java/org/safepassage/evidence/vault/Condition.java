package org.safepassage.evidence.vault;

/// What [Vault#verify] found when it read an original again from its first bit to its last.
public enum Condition {
    /// The bytes are those that were sealed.
    INTACT,
    /// A bit changed, bytes are missing or were added: put the same original again, or restore the backup.
    DAMAGED,
    /// The vault does not hold it.
    MISSING,
    /// The key that wraps it is not in the ring: restore the newest key file.
    KEY_UNKNOWN
}
