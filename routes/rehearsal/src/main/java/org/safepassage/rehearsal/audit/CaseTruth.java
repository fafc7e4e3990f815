package org.safepassage.rehearsal.audit;

import java.util.Map;
import java.util.Set;

/// What the generator knows of one case, from one line of `truth/cases.jsonl`.
///
/// @param partner who holds it
/// @param caseNumber the partner's own number
/// @param versions how many versions the sample holds, with its updates
/// @param permitted ids of the persons who may be named, by recipient
/// @param figures how many `documents`, `pages`, `photographs` and `videos` the case holds
public record CaseTruth(
        String partner,
        String caseNumber,
        int versions,
        Map<String, Set<String>> permitted,
        Map<String, Integer> figures) {
    public CaseTruth {
        permitted = Map.copyOf(permitted);
        figures = Map.copyOf(figures);
    }

    /// Who may be named to this recipient; nobody when the truth does not say.
    Set<String> permittedTo(String recipient) {
        return permitted.getOrDefault(recipient, Set.of());
    }
}
