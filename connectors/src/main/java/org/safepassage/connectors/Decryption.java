package org.safepassage.connectors;

import java.io.InputStream;

/// Opens what a partner encrypted to the hub. The hub supplies it, since its secret keys stay with it. Safe
/// for several threads.
@FunctionalInterface
public interface Decryption {
    /// The plain bytes of one OpenPGP message (RFC 4880 or RFC 9580), armored or binary, as they are read:
    /// nothing is kept on disk and little in memory. They count only when their end was reached without an
    /// exception, because only there is known that nobody changed them. What was compressed may unpack to
    /// any size: the caller sets the limit.
    ///
    /// @param encrypted read as the answer is read, closed with it
    /// @return throws a [DoorProblem] of kind HOSTILE while it is read when the message was changed or ends
    ///     early
    /// @throws DoorProblem of kind HOSTILE when it is no encrypted message, of kind PERMISSION when it is
    ///     encrypted to somebody else, of kind CONFIGURATION when the hub has no key for this
    InputStream open(InputStream encrypted) throws DoorProblem;
}
