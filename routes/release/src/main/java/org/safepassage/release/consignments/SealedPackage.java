package org.safepassage.release.consignments;

/// What was written when a consignment was sealed.
///
/// @param sha256 digest of the encrypted package in lower-case hex, which a receipt repeats
/// @param size bytes
public record SealedPackage(String sha256, long size) {}
