package org.safepassage.rehearsal.sample.network;

import java.util.Locale;

/// The three partners of the sample.
public enum Partner {
    CASEBASE,
    FIELDNOTES,
    SHAREHUB;

    /// The name in the hub's configuration.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
