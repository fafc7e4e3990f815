package org.safepassage.release.consignments;

/// How much of a stranger's package the verifier is willing to hold or to walk through. Payload is never held.
///
/// @param files most files
/// @param manifestBytes largest manifest
/// @param tagBytes largest other tag file
/// @param headerBytes most bytes of archive headers before one file
/// @param problems most problems told
record PackageLimits(int files, int manifestBytes, int tagBytes, int headerBytes, int problems) {
    static final PackageLimits DEFAULT = new PackageLimits(100_000, 32 << 20, 4 << 20, 64 << 10, 100);

    int largest(String path) {
        return path.equals(BagLayout.MANIFEST) ? manifestBytes : tagBytes;
    }
}
