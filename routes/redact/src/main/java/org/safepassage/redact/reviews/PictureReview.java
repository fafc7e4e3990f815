package org.safepassage.redact.reviews;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.policies.Action;
import org.safepassage.redact.renditions.pictures.PictureReport;
import org.safepassage.redact.renditions.pictures.Region;

/// The review record of a photograph: what was covered, and by whom it was seen. Stateless; safe to share.
public final class PictureReview {
    private PictureReview() {}

    /// The record of a photograph's regions. They are covered for everybody, so the policy is named and not asked.
    ///
    /// @param item id of the exhibit
    public static ReviewRecord of(String item, PictureReport report, String policy) {
        var found = new ArrayList<ReviewRecord.Found>();
        for (Region region : report.regions()) {
            found.add(covered(
                    found.size() + 1,
                    region.kind(),
                    region.confidence(),
                    region.detector(),
                    ReviewRecord.Place.ofPicture(region.x(), region.y(), region.width(), region.height())));
        }
        return new ReviewRecord(
                ReviewRecord.SCHEMA, item, ReviewRecord.Kind.PICTURE, "und", 0, policy, List.copyOf(found));
    }

    /// Something that was covered, in a photograph or in a film.
    static ReviewRecord.Found covered(
            int number, Region.Kind kind, double confidence, String detector, ReviewRecord.Place place) {
        boolean face = kind == Region.Kind.FACE;
        return new ReviewRecord.Found(
                number,
                face ? "FACE" : "PRINT",
                null,
                null,
                Math.clamp(confidence, 0, 1),
                detector,
                face ? "looks like a face" : "looks like words",
                place,
                Action.MASK);
    }
}
