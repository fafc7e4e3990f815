package org.safepassage.release.consignments;

import java.util.List;

/// What the verifier found. Immutable.
///
/// @param valid whether the package is exactly what the trusted key's holder sealed
/// @param consignment id that the bag gives itself, empty when it has none; to be believed only when valid
/// @param problems what is wrong, empty exactly when valid
public record Verification(boolean valid, String consignment, List<Problem> problems) {
    public Verification {
        problems = List.copyOf(problems);
    }

    /// One thing that is wrong.
    ///
    /// @param place path in the bag, or `package` for the whole; printable ASCII
    /// @param message one sentence
    public record Problem(String place, String message) {}
}
