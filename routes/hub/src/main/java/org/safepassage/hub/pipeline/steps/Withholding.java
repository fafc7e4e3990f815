package org.safepassage.hub.pipeline.steps;

import java.util.List;
import java.util.Optional;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.HoldReason;

/// Why an exhibit cannot be shown to anybody, whoever may see the case: it could not be read whole, or it is a
/// picture.
final class Withholding {
    private Withholding() {}

    /// @param document what was read of the exhibit and of everything embedded in it, the exhibit's own first;
    ///     empty when it was not read at all
    /// @return empty when it can be shown
    static Optional<HoldReason> of(Exhibit exhibit, List<Extraction> document) {
        if (document.isEmpty()) return Optional.of(HoldReason.EXHIBIT_MISSING);
        var own = document.getFirst();
        if (own.mediaType().matches("(image|video)/.*") && own.text().isBlank())
            return Optional.of(HoldReason.PIXELS_UNREDACTED);
        if (exhibit.kind() == Exhibit.Kind.PHOTOGRAPH || exhibit.kind() == Exhibit.Kind.VIDEO)
            return Optional.of(HoldReason.PIXELS_UNREDACTED);
        var unread = Extract.holdReason(own);
        if (unread.isPresent()) return unread;
        return own.text().isBlank() && document.size() == 1
                ? Optional.of(HoldReason.EXHIBIT_UNSUPPORTED)
                : Optional.empty();
    }
}
