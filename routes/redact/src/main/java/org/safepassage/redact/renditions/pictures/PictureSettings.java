package org.safepassage.redact.renditions.pictures;

import java.nio.file.Path;
import java.util.Optional;
import org.safepassage.redact.classifier.Libraries;

/// How pictures are searched.
///
/// @param mostPixels larger pictures are refused before they are decoded
/// @param facePixels larger pictures are searched for faces at a size of so many pixels, which is a doubt: each million
///     costs the processor seconds
/// @param ocrProgram the Tesseract program, by name or path; empty searches no words, which is a doubt
/// @param ocrLanguages its languages, joined by `+`
/// @param ocrCpuSeconds what one search for words may cost
/// @param faceModel the operator's own face model, which votes beside those that come along; empty means none
public record PictureSettings(
        long mostPixels, long facePixels, String ocrProgram, String ocrLanguages, int ocrCpuSeconds, String faceModel) {
    /// 50 million pixels, of which faces see 13, since cameras round their twelve millions down; Tesseract from the
    /// path in three languages with 60 CPU seconds; no model but those that come
    /// along.
    public static PictureSettings defaults() {
        return new PictureSettings(50_000_000, 13_000_000, "tesseract", "rus+bel+eng", 60, "");
    }

    /// The same without the search for words.
    public PictureSettings withoutWords() {
        return new PictureSettings(mostPixels, facePixels, "", ocrLanguages, ocrCpuSeconds, faceModel);
    }

    /// The same with faces sought in so many pixels at most.
    public PictureSettings withFacePixels(long changed) {
        return new PictureSettings(mostPixels, changed, ocrProgram, ocrLanguages, ocrCpuSeconds, faceModel);
    }

    /// The same with a YuNet of the operator's, which was opened and tried out once, here and now.
    ///
    /// @throws UnusableFaceModel when it cannot be used
    public PictureSettings withFaceModel(Path file) throws UnusableFaceModel {
        Optional<String> missing = Libraries.ONNX_RUNTIME.missing();
        if (missing.isPresent()) {
            throw new UnusableFaceModel(file, missing.get());
        }
        YuNet.open(file).close();
        return new PictureSettings(
                mostPixels,
                facePixels,
                ocrProgram,
                ocrLanguages,
                ocrCpuSeconds,
                file.toAbsolutePath().toString());
    }
}
