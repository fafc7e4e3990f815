package org.safepassage.redact.check;

import java.util.Set;

/// What readers of pictures call their properties: names that never come from the file itself, so that no likeness of
/// sounds in them points to anybody. Source: the standard metadata format `javax_imageio_1.0` of the Java platform.
final class ReaderWords {
    private static final Set<String> KEYS = Set.of(
            "Chroma BlackIsZero",
            "Chroma ColorSpaceType",
            "Chroma Gamma",
            "Chroma NumChannels",
            "Compression CompressionTypeName",
            "Compression Lossless",
            "Compression NumProgressiveScans",
            "Data BitsPerSample",
            "Data PlanarConfiguration",
            "Data SampleFormat",
            "Dimension ImageOrientation",
            "Dimension PixelAspectRatio",
            "Transparency Alpha");

    private ReaderWords() {}

    /// Whether a metadata key is one of them, to the letter.
    static boolean isKey(String key) {
        return KEYS.contains(key);
    }
}
