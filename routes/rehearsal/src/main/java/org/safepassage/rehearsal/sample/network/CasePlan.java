package org.safepassage.rehearsal.sample.network;

import java.util.List;
import org.safepassage.rehearsal.sample.people.Language;

/// What one case is going to hold.
///
/// @param number counts from 1 over all partners
/// @param partner who gives it
/// @param language of the record and of most of its papers
/// @param categories what is alleged
/// @param consent what the complainant allows
/// @param valid false when an obligatory field is missing from the record
/// @param unrecorded whether a further person occurs only in the texts
/// @param documents papers, the interview first
/// @param photographs how many
/// @param videos how many
/// @param oddities odd files on top
/// @param updated whether a second version lies ready
public record CasePlan(
        int number,
        Partner partner,
        Language language,
        List<String> categories,
        ConsentStory consent,
        boolean valid,
        boolean unrecorded,
        List<DocumentPlan> documents,
        int photographs,
        int videos,
        List<Oddity> oddities,
        boolean updated) {
    public CasePlan {
        categories = List.copyOf(categories);
        documents = List.copyOf(documents);
        oddities = List.copyOf(oddities);
    }

    /// The id of the truth, `case-0007`.
    public String id() {
        return "case-%04d".formatted(number);
    }

    /// The number in the partner's own style.
    public String caseNumber() {
        return switch (partner) {
            case CASEBASE -> "CB-2025-%05d".formatted(number * 7 + 100);
            case FIELDNOTES -> "ПЗ-%d/25".formatted(number + 300);
            case SHAREHUB -> "SH.%06d".formatted(number * 13 + 4000);
        };
    }
}
