package org.safepassage.redact.renditions.pictures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done to a picture: the review record of it, without identities.
///
/// @param format of the original, such as `jpeg`
/// @param width of the rendition, which stands upright, in pixels
/// @param height of the rendition, in pixels
/// @param regions what is covered, largest first
/// @param changedShare share of all pixels that differ from the decoded original, 0 to 1
/// @param conversions what decoding had to change in every pixel, such as `cmyk` or `16-bit`; usually nothing
/// @param doubts why a person should look at it; empty when it may go out as it is
/// @param taken year and month of the camera's date, if there was one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PictureReport(
        String format,
        int width,
        int height,
        List<Region> regions,
        double changedShare,
        List<String> conversions,
        List<Doubt> doubts,
        @Nullable String taken) {
    public PictureReport {
        regions = List.copyOf(regions);
        conversions = List.copyOf(conversions);
        doubts = List.copyOf(doubts);
    }

    /// The same with another date.
    public PictureReport withTaken(@Nullable String shown) {
        return new PictureReport(format, width, height, regions, changedShare, conversions, doubts, shown);
    }

    /// Whether a person should look at it before it goes out.
    public boolean raisesDoubt() {
        return !doubts.isEmpty();
    }
}
