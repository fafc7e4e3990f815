package org.safepassage.redact.renditions;

import java.nio.file.Path;
import org.safepassage.redact.renditions.pages.ScanPainter;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pictures.PictureResult;
import org.safepassage.redact.renditions.video.VideoResult;
import org.safepassage.schemas.Extraction;

/// One file as it was read, before anything in it is redacted.
public sealed interface SourceFile {
    /// What its format says, which is enough where words are text.
    Extraction extraction();

    /// A file whose words are text.
    record Text(Extraction extraction) implements SourceFile {}

    /// A file whose words are pixels.
    ///
    /// @param read its pages, or why it is held
    /// @param kept gives back the pages' pixels
    record Scan(Extraction extraction, ScanReader.Result read, ScanPainter.Kept kept) implements SourceFile {}

    /// A photograph, already searched and covered.
    ///
    /// @param result what was done, or why it was refused
    /// @param rendition where the PNG lies, if it was not refused; only read here
    record Photograph(Extraction extraction, PictureResult result, Path rendition) implements SourceFile {}

    /// A film, already searched and covered, with what may be heard of it.
    ///
    /// @param result what was done, or why it was refused
    /// @param rendition where the MP4 lies, if it was not refused; only read here
    record Film(Extraction extraction, VideoResult result, Path rendition) implements SourceFile {}
}
