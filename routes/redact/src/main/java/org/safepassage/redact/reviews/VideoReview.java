package org.safepassage.redact.reviews;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.redact.renditions.video.CoveredSpan;
import org.safepassage.redact.renditions.video.VideoReport;

/// The review record of a film: what was covered, where, in which frames and when. Stateless; safe to share.
public final class VideoReview {
    private VideoReview() {}

    /// The record of a film's covered spans. They are covered for everybody, so the policy is named and not asked.
    ///
    /// @param item id of the exhibit
    public static ReviewRecord of(String item, VideoReport report, String policy) {
        var found = new ArrayList<ReviewRecord.Found>();
        for (CoveredSpan span : report.covered()) {
            found.add(PictureReview.covered(
                    found.size() + 1,
                    span.kind(),
                    span.confidence(),
                    "film",
                    ReviewRecord.Place.ofFilm(
                            List.of(span.x(), span.y(), span.width(), span.height()),
                            List.of(span.firstFrame(), span.lastFrame()),
                            List.of(span.fromMillis(), span.toMillis()))));
        }
        return new ReviewRecord(ReviewRecord.SCHEMA, item, ReviewRecord.Kind.VIDEO, "und", 0, policy, found);
    }
}
