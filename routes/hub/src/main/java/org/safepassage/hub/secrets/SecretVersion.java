package org.safepassage.hub.secrets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What may be known of one version of a secret: never its value.
///
/// @param state where it stands in its exchange for another
/// @param since when it was put there
/// @param expires the day after which whoever gave it does not take it any more, if that is known
public record SecretVersion(State state, Instant since, Optional<LocalDate> expires) {
    /// Where a version stands: add the next, test it, switch, retire the previous.
    public enum State {
        /// Put there and not used yet, but by tests that ask for it.
        NEXT,
        /// Used.
        CURRENT,
        /// Used before the switch; taken from others still, until it is retired.
        PREVIOUS
    }
}
