package org.safepassage.redact.renditions.pictures;

/// How the redaction of a picture ended.
public sealed interface PictureResult {
    /// A rendition was handed over, as PNG.
    ///
    /// @param report what was done; when it has doubts, the rendition waits for a person
    record Redacted(PictureReport report) implements PictureResult {}

    /// There is no rendition.
    record Refused(Refusal reason) implements PictureResult {}
}
