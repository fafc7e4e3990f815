package org.safepassage.hub.revisions;

import java.time.Instant;

/// One applied state of the configuration.
///
/// @param number counts from 1
/// @param at when it was applied
/// @param who applied it
/// @param why in the operator's words
/// @param origin where its files came from: `files`, `edit` or `revision N`
/// @param digest SHA-256 over its files, in hexadecimal
public record Revision(int number, Instant at, String who, String why, String origin, String digest) {}
