package org.safepassage.hub.pipeline.steps;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.policies.PixelRule;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.renditions.pages.LayoutBound;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.HoldReason;

/// Why an exhibit cannot be shown to anybody, whoever may see the case: it could not be read whole, or it is a
/// picture, scan or video whose redaction is in doubt or was impossible.
final class Withholding {
    private static final Set<Exhibit.Kind> PAPERS =
            Set.of(Exhibit.Kind.INTERVIEW, Exhibit.Kind.MEDICAL_DOCUMENT, Exhibit.Kind.DOCUMENT);

    private Withholding() {}

    /// Whether the exhibit is shown as pages painted anew: a paper that came as an image, or whatever had words that
    /// only recognition of print could read. A paper without such words is no photograph: it may be handwritten.
    static boolean isScan(Exhibit exhibit, List<Extraction> document) {
        if (document.isEmpty() || exhibit.kind() == Exhibit.Kind.PHOTOGRAPH || exhibit.kind() == Exhibit.Kind.VIDEO)
            return false;
        var own = document.getFirst();
        boolean image = own.mediaType().startsWith("image/");
        boolean recognised =
                own.passages().stream().anyMatch(passage -> passage.origin().equals("ocr"));
        return image
                ? PAPERS.contains(exhibit.kind()) || recognised
                : own.mediaType().equals("application/pdf") && recognised;
    }

    /// Whether the exhibit is shown as pages painted anew where its print can be read surely, and set anew where not.
    static boolean isLayoutBound(Exhibit exhibit, List<Extraction> document) {
        return !document.isEmpty()
                && exhibit.kind() != Exhibit.Kind.PHOTOGRAPH
                && exhibit.kind() != Exhibit.Kind.VIDEO
                && LayoutBound.is(document.getFirst());
    }

    /// Whether the exhibit is shown as a picture: a photograph, or an image without words that is no paper.
    static boolean isPicture(Exhibit exhibit, List<Extraction> document) {
        if (document.isEmpty()) return false;
        var own = document.getFirst();
        return !isScan(exhibit, document)
                && own.mediaType().startsWith("image/")
                && (exhibit.kind() == Exhibit.Kind.PHOTOGRAPH || own.text().isBlank());
    }

    /// Whether the exhibit is shown as a film.
    static boolean isVideo(List<Extraction> document) {
        if (document.isEmpty()) return false;
        var own = document.getFirst();
        return (own.mediaType().startsWith("video/") || own.mediaType().equals("application/mp4"))
                && own.text().isBlank();
    }

    /// Why a person looks at the exhibit first, as this policy wants it, although nothing about it is in doubt.
    static Optional<HoldReason> byPolicy(Policy policy, Exhibit exhibit, List<Extraction> document) {
        if (isVideo(document)) return held(policy.videos(), HoldReason.VIDEO_REVIEW);
        if (isScan(exhibit, document)) return held(policy.scans(), HoldReason.SCAN_REVIEW);
        if (isPicture(exhibit, document)) return held(policy.photographs(), HoldReason.PICTURE_REVIEW);
        return Optional.empty();
    }

    private static Optional<HoldReason> held(PixelRule rule, HoldReason reason) {
        return rule == PixelRule.HOLD ? Optional.of(reason) : Optional.empty();
    }

    /// @param document what was read of the exhibit and of everything embedded in it, the exhibit's own first;
    ///     empty when it was not read at all
    /// @param picture what came of its search, if it is a picture and was searched
    /// @param scan what came of its reading, if it is a scan and was read
    /// @param video what came of its search, if it is a video and was searched
    /// @return empty when it can be shown
    static Optional<HoldReason> of(
            Exhibit exhibit,
            List<Extraction> document,
            PictureSearch.@Nullable Found picture,
            ScanSearch.@Nullable Found scan,
            VideoSearch.@Nullable Found video) {
        if (document.isEmpty()) return Optional.of(HoldReason.EXHIBIT_MISSING);
        var own = document.getFirst();
        if (isVideo(document)) {
            if (video == null) return Optional.of(HoldReason.PIXELS_UNREDACTED);
            return Extract.holdReason(own).or(() -> Optional.ofNullable(video.held()));
        }
        if (isScan(exhibit, document)) {
            if (scan == null) return Optional.of(HoldReason.PIXELS_UNREDACTED);
            return Extract.holdReason(own).or(() -> Optional.ofNullable(scan.held()));
        }
        if (isPicture(exhibit, document)) {
            if (picture == null) return Optional.of(HoldReason.PIXELS_UNREDACTED);
            return Extract.holdReason(own).or(() -> Optional.ofNullable(picture.held()));
        }
        if (exhibit.kind() == Exhibit.Kind.PHOTOGRAPH || exhibit.kind() == Exhibit.Kind.VIDEO)
            return Optional.of(HoldReason.PIXELS_UNREDACTED);
        var unread = Extract.holdReason(own);
        if (unread.isPresent()) return unread;
        return own.text().isBlank() && document.size() == 1
                ? Optional.of(HoldReason.EXHIBIT_UNSUPPORTED)
                : Optional.empty();
    }
}
