package org.safepassage.rehearsal.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// The result of a rehearsal, as its last line of JSON: these fields, in this order, and no others.
///
/// @param balanced every arrival is in one terminal state in each exchange, everything delivered lies with its
///     recipient once and nothing else does, every original is in the vault, nothing leaked
/// @param arrivals listings that the hub admitted
/// @param caseFiles different cases among them
/// @param documents interviews, medical documents and other papers of the first versions whose bytes are in the vault
/// @param pages pages of them
/// @param photographs the same of photographs
/// @param videos the same of videos
/// @param delivered versions that a recipient confirmed, over all exchanges
/// @param held open holds by reason, held exhibits included
/// @param refused versions refused, over all exchanges
/// @param withdrawn versions withdrawn, over all exchanges
/// @param lost versions that nobody can account for, and deliveries that their recipient does not have
/// @param duplicated packages that a recipient got twice
/// @param planted different identities in the sample
/// @param leaked those that a recipient got and may not have, once for each consignment
/// @param consignments packages that lie with recipients
/// @param verified those of them that are valid bags and that the hub's offline verifier accepts
/// @param seconds from the first pull to the last terminal state
@JsonPropertyOrder({
    "balanced",
    "arrivals",
    "caseFiles",
    "documents",
    "pages",
    "photographs",
    "videos",
    "delivered",
    "held",
    "refused",
    "withdrawn",
    "lost",
    "duplicated",
    "planted",
    "leaked",
    "consignments",
    "verified",
    "seconds"
})
public record Balance(
        boolean balanced,
        long arrivals,
        long caseFiles,
        long documents,
        long pages,
        long photographs,
        long videos,
        long delivered,
        Map<String, Long> held,
        long refused,
        long withdrawn,
        long lost,
        long duplicated,
        long planted,
        long leaked,
        long consignments,
        long verified,
        long seconds) {
    public Balance {
        held = Collections.unmodifiableMap(new TreeMap<>(held));
    }
}
