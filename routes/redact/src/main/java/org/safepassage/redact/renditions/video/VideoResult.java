package org.safepassage.redact.renditions.video;

/// How the redaction of a film ended.
public sealed interface VideoResult {
    /// A rendition without sound was handed over, as MP4.
    ///
    /// @param report what was done; when it has doubts, the rendition waits for a person
    record Redacted(VideoReport report) implements VideoResult {}

    /// There is no rendition.
    record Refused(VideoRefusal reason) implements VideoResult {}
}
