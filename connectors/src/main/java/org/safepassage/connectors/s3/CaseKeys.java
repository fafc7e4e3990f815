package org.safepassage.connectors.s3;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.safepassage.connectors.DoorProblem;

/// How keys make cases: what to list, and how one is looked up again.
interface CaseKeys {
    /// A case in the listing.
    ///
    /// @param name what stands between the cases' prefix and the objects' own names
    /// @param modified milliseconds since 1970 of its newest object
    record Listed(String name, long modified) {
        /// Names of one time by length first: `-update2` comes before `-update10`.
        static final Comparator<Listed> OLDEST_FIRST = Comparator.comparingLong(Listed::modified)
                .thenComparingInt(listed -> listed.name().length())
                .thenComparing(Listed::name);
    }

    /// Where cases are.
    String prefix();

    /// Gives every case in the server's order.
    void forEach(Consumer<Listed> cases) throws DoorProblem;

    /// Looks at a case; empty when it is not there or has no record (yet).
    Optional<S3Case> look(String name) throws DoorProblem;
}
