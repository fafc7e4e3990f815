package org.safepassage.evidence.custody;

import java.time.Instant;
import org.safepassage.schemas.CustodyEntry;

/// An entry with its place in the log.
///
/// @param index from 0, without gaps
/// @param recordedAt when the log took it by its own clock, UTC, microseconds; not part of the leaf
/// @param entry as it was appended
public record LoggedEntry(long index, Instant recordedAt, CustodyEntry entry) {}
