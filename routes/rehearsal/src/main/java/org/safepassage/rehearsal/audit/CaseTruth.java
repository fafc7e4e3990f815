package org.safepassage.rehearsal.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the generator knows of one case, from one line of `truth/cases.jsonl`.
///
/// @param id the truth's own id of the case
/// @param partner who holds it
/// @param caseNumber the partner's own number
/// @param recordValid false when the record lacks an obligatory field
/// @param updates how many later versions lie ready
/// @param expected what should become of it, by recipient
/// @param originals its exhibits, those of later versions included
public record CaseTruth(
        String id,
        String partner,
        String caseNumber,
        boolean recordValid,
        int updates,
        Map<String, Expected> expected,
        List<Original> originals) {
    public CaseTruth {
        expected = Map.copyOf(expected);
        originals = List.copyOf(originals);
    }

    /// What should become of a case at one recipient.
    ///
    /// @param outcome `delivered`, `held` or `refused`
    /// @param permitted ids of the persons who may be named there
    public record Expected(String outcome, Set<String> permitted) {
        public Expected {
            permitted = Set.copyOf(permitted);
        }
    }

    /// A file of the sample.
    ///
    /// @param file from the sample's folder; `!/` divides an archive from its member
    /// @param kind `interview`, `photograph` and so on
    /// @param pages of a document
    /// @param version of the case that brings it first
    public record Original(String file, String kind, int pages, int version) {}

    /// Who may be named to this recipient; nobody when the truth does not say.
    Set<String> permittedTo(String recipient) {
        var there = expected.get(recipient);
        return there == null ? Set.of() : there.permitted();
    }

    /// How many versions the sample holds.
    public int versions() {
        return 1 + updates;
    }
}
