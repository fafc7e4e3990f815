package org.safepassage.schemas;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What consent and agreement say about one case file version and one exchange, with the reasons. Taken anew at every
/// replay.
///
/// @param caseFile which version
/// @param exchange which exchange
/// @param recipient to whom
/// @param outcome released (Passed), held or refused
/// @param reasons one code a rule that spoke, most important first, without identities
/// @param permitted ids of the persons who may be named to this recipient
/// @param agreement name of the agreement that was applied, empty when there is none
/// @param policy name of the redaction policy that the agreement asks for
/// @param at when it was taken
public record Decision(
        CaseFileVersion caseFile,
        String exchange,
        String recipient,
        Outcome outcome,
        List<String> reasons,
        Set<String> permitted,
        String agreement,
        String policy,
        Instant at) {
    public Decision {
        reasons = List.copyOf(reasons);
        permitted = Set.copyOf(permitted);
    }
}
