package org.safepassage.hub.pipeline.steps;

import java.util.List;
import org.safepassage.schemas.Withheld;

/// What redact proposes to send: references to renditions among the working copies.
///
/// @param caseFile digest of the redacted case file as JSON
/// @param report digest of the redaction report as JSON, without identities
/// @param renditions the redacted exhibits
/// @param withheld exhibits that do not go, and why
public record Proposal(String caseFile, String report, List<RenditionCopy> renditions, List<Withheld> withheld) {
    public Proposal {
        renditions = List.copyOf(renditions);
        withheld = List.copyOf(withheld);
    }

    /// One redacted exhibit.
    ///
    /// @param path below `data/renditions/`, neutral
    /// @param digest among the working copies
    public record RenditionCopy(String path, String mediaType, String digest) {}
}
