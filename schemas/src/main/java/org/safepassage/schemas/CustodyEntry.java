package org.safepassage.schemas;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// One step in the life of a case file, as the custody log keeps it. Holds ids, digests and codes, never identities.
///
/// @param subject the case file version, consignment or key that it is about
/// @param step the verb of the pipeline, `seal`, `extract`, … `receipt`
/// @param actor who did it: a step's name, an operator's name, a recipient
/// @param at when, UTC
/// @param facts names and values such as digests, counts and outcomes, sorted by name
public record CustodyEntry(String subject, String step, String actor, Instant at, SortedMap<String, String> facts) {
    public CustodyEntry {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
