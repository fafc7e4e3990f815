package org.safepassage.redact.recognisers;

import java.util.Set;

/// What a recogniser may know besides the text. Immutable.
///
/// @param language BCP 47 tag of the text, `und` when unknown
/// @param known the identities that the record of the case gives
/// @param learned skeletons of name words that another text of the case, or an earlier round, showed to be names
public record DetectionContext(String language, KnownIdentities known, Set<String> learned) {
    public DetectionContext {
        learned = Set.copyOf(learned);
    }
}
