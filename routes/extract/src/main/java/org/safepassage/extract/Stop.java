package org.safepassage.extract;

import org.safepassage.schemas.Extraction;

/// Why a document is stopped from outside: what its extraction will say.
///
/// @param status how it ends
/// @param reason a word for it; empty when only the worker's end can tell
record Stop(Extraction.Status status, String reason) {}
