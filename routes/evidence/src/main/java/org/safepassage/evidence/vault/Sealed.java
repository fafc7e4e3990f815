package org.safepassage.evidence.vault;

/// What the vault answers once bytes are safe on disk.
///
/// @param sha256 digest of the plain bytes, 64 lower-case hexadecimal digits; the name to ask for them
/// @param size number of plain bytes
/// @param alreadyHeld whether the same bytes were there before, whole
public record Sealed(String sha256, long size, boolean alreadyHeld) {}
