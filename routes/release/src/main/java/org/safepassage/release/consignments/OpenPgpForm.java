package org.safepassage.release.consignments;

/// The form of OpenPGP in which a consignment is encrypted to a recipient.
public enum OpenPgpForm {
    /// RFC 4880: AES-256 with SEIPD version 1, which every program reads.
    V4,
    /// RFC 9580: AES-256 in OCB with SEIPD version 2, for keys that announce it, of version 4 or 6.
    V6
}
