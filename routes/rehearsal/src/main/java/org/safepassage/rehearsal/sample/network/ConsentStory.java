package org.safepassage.rehearsal.sample.network;

import java.util.Locale;
import org.safepassage.rehearsal.sample.truth.Expected;

/// What the complainant of a case allows, and what should come of it at each recipient under agreements that cover
/// every category.
public enum ConsentStory {
    BOTH("", ""),
    BOTH_BY_NAME("", ""),
    ONLY_IAPB("", "consent-out-of-scope"),
    ONLY_UN_EXAMINATION("consent-out-of-scope", ""),
    REFUSED("consent-refused", "consent-refused"),
    UNCLEAR("consent-unclear", "consent-unclear"),
    WITHDRAWN("consent-withdrawn", "consent-withdrawn"),
    EXPIRED("consent-expired", "consent-expired"),
    OTHER_CATEGORY("consent-out-of-scope", "consent-out-of-scope");

    private final String iapb;
    private final String unExamination;

    ConsentStory(String iapb, String unExamination) {
        this.iapb = iapb;
        this.unExamination = unExamination;
    }

    /// The word in the truth: lower case with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What should come of the case at a recipient.
    public Expected at(String recipient) {
        String reason = recipient.equals("iapb") ? iapb : unExamination;
        if (reason.isEmpty()) {
            return new Expected("delivered", "");
        }
        return new Expected(reason.equals("consent-unclear") ? "held" : "refused", reason);
    }
}
