package org.safepassage.hub.pipeline.steps;

import java.util.List;
import java.util.Objects;
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.schemas.Withheld;

/// What redact proposes to send: references to renditions among the working copies.
///
/// @param caseFile digest of the redacted case file as JSON
/// @param report digest of the redaction report as JSON, without identities
/// @param renditions the redacted exhibits
/// @param withheld exhibits that do not go, and why
/// @param reviews digest of [Reviews]; empty in what was proposed before there were any
public record Proposal(
        String caseFile, String report, List<RenditionCopy> renditions, List<Withheld> withheld, String reviews) {
    public Proposal {
        reviews = Objects.requireNonNullElse(reviews, "");
        renditions = List.copyOf(renditions);
        withheld = List.copyOf(withheld);
    }

    /// What a reviewer needs to judge a proposal: places and suggestions, no words.
    ///
    /// @param records one for each text, photograph and scan, those that are withheld in doubt among them
    public record Reviews(List<ReviewRecord> records) {
        public Reviews {
            records = List.copyOf(records);
        }
    }

    /// One redacted exhibit.
    ///
    /// @param path below `data/renditions/`, neutral
    /// @param digest among the working copies
    /// @param words how many words each page shows as pixels; empty for what has no such pages
    public record RenditionCopy(String path, String mediaType, String digest, List<Integer> words) {
        public RenditionCopy {
            // What was proposed before scans were painted has none.
            words = List.copyOf(Objects.requireNonNullElse(words, List.of()));
        }

        /// A rendition whose words are not pixels.
        RenditionCopy(String path, String mediaType, String digest) {
            this(path, mediaType, digest, List.of());
        }
    }
}
