package org.safepassage.evidence.custody;

import java.util.Set;

/// What a proof shows of one entry. Step, actor and time are always shown; all else only when named here.
///
/// Danger: an entry that two recipients are both shown, by its index alone, tells them that they hold the same case.
/// Show a recipient only entries that were appended for this recipient, and never an original's digest or a case file
/// version.
///
/// @param index of the entry in the log
/// @param facts names of the facts that are shown
/// @param subject whether the subject is shown
public record DisclosedEntry(long index, Set<String> facts, boolean subject) {
    public DisclosedEntry {
        facts = Set.copyOf(facts);
    }
}
