package org.safepassage.redact.renditions.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The formats that are decoded, told by their first bytes: a name or a media type may lie.
enum Format {
    JPEG,
    PNG,
    GIF,
    BMP,
    TIFF,
    WEBP;

    /// @param head the file's first bytes, at least 16 unless it is shorter
    static Optional<Format> of(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (start.startsWith("BM")) {
            return Optional.of(BMP);
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return Optional.of(TIFF);
        }
        return start.startsWith("RIFF") && start.startsWith("WEBP", 8) ? Optional.of(WEBP) : Optional.empty();
    }

    /// The word for it in reports, and the name under which a reader of it is registered.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
