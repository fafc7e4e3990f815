package org.safepassage.redact.renditions.pictures;

/// How pictures are searched.
///
/// @param mostPixels larger pictures are refused before they are decoded
/// @param ocrProgram the Tesseract program, by name or path; empty searches no words, which is a doubt
/// @param ocrLanguages its languages, joined by `+`
/// @param ocrCpuSeconds what one search for words may cost
public record PictureSettings(long mostPixels, String ocrProgram, String ocrLanguages, int ocrCpuSeconds) {
    /// 50 million pixels; Tesseract from the path in three languages with 60 CPU seconds.
    public static PictureSettings defaults() {
        return new PictureSettings(50_000_000, "tesseract", "rus+bel+eng", 60);
    }

    /// The same without the search for words.
    public PictureSettings withoutWords() {
        return new PictureSettings(mostPixels, "", ocrLanguages, ocrCpuSeconds);
    }
}
