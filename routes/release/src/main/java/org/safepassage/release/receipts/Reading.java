package org.safepassage.release.receipts;

import java.util.List;
import org.safepassage.schemas.Receipt;

/// What was read of a receipt. Immutable.
public sealed interface Reading {
    /// It is exactly a receipt.
    record Valid(Receipt receipt) implements Reading {}

    /// It is none.
    ///
    /// @param problems field and fault, one sentence each, without the sender's values
    record Invalid(List<String> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
