package org.safepassage.redact.renditions.pictures;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture as a person sees it.
///
/// @param pixels upright, opaque, [BufferedImage#TYPE_3BYTE_BGR]; changed in place by what follows
/// @param conversions what decoding changed in every pixel
/// @param taken year and month of the camera's date
record Decoded(
        String format,
        BufferedImage pixels,
        List<String> conversions,
        @Nullable String taken) {
    int width() {
        return pixels.getWidth();
    }

    int height() {
        return pixels.getHeight();
    }
}
