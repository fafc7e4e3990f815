package org.safepassage.evidence.custody;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a proof shows its reader of one entry. True only when the proof verified.
///
/// @param subject empty when it is withheld
/// @param facts those that are shown
/// @param withheldFacts how many facts the entry has beside them
public record ShownEntry(
        long index,
        String step,
        String actor,
        Instant at,
        Optional<String> subject,
        SortedMap<String, String> facts,
        int withheldFacts) {
    public ShownEntry {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
