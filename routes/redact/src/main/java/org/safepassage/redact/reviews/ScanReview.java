package org.safepassage.redact.reviews;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.recognisers.LinkStrength;
import org.safepassage.redact.renditions.pages.ScanPage;
import org.safepassage.schemas.Mention;

/// The review record of a scan: where on its pages the words of each mention stand. Stateless; safe to share.
public final class ScanReview {
    private ScanReview() {}

    /// The record of all pages.
    ///
    /// @param item id of the exhibit
    /// @param mentions in each of the pages' texts
    public static ReviewRecord of(
            String item, List<ScanPage> pages, List<List<Mention>> mentions, Allowance allowance) {
        var found = new ArrayList<ReviewRecord.Found>();
        for (int i = 0; i < pages.size(); i++) {
            for (Mention mention : mentions.get(i)) {
                found.add(new ReviewRecord.Found(
                        found.size() + 1,
                        mention.type(),
                        mention.person(),
                        mention.role(),
                        mention.confidence(),
                        mention.recogniser(),
                        TextReview.evidence(mention),
                        ReviewRecord.Place.ofPage(i + 1, pages.get(i).box(mention)),
                        allowance.policy().action(mention, allowance.permitted(), LinkStrength.SURE)));
            }
        }
        return new ReviewRecord(
                ReviewRecord.SCHEMA,
                item,
                ReviewRecord.Kind.PICTURE,
                "und",
                0,
                allowance.policy().name(),
                found);
    }
}
