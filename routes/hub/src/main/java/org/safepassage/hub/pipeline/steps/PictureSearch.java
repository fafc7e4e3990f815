package org.safepassage.hub.pipeline.steps;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepassage.evidence.vault.Vault;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.redact.renditions.pictures.Doubt;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureReport;
import org.safepassage.redact.renditions.pictures.PictureResult;
import org.safepassage.redact.renditions.pictures.Refusal;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.HoldReason;

/// Searches the pictures of a version, once for all recipients: faces and words do not depend on who receives them.
/// The rendition is kept among the working copies.
public final class PictureSearch {
    private final CaseFiles caseFiles;
    private final Vault originals;
    private final WorkingCopies copies;
    private final Redacting redacting;

    /// The picture redactor, as this step needs it.
    @FunctionalInterface
    public interface Redacting {
        /// Covers what identifies people.
        ///
        /// @throws IOException when it could not be tried now
        PictureResult redact(org.safepassage.schemas.Content picture, PictureRedactor.Taking taking) throws IOException;
    }

    /// @param caseFiles tell which original an exhibit is
    /// @param redacting in a child JVM
    public PictureSearch(CaseFiles caseFiles, Vault originals, WorkingCopies copies, Redacting redacting) {
        this.caseFiles = caseFiles;
        this.originals = originals;
        this.copies = copies;
        this.redacting = redacting;
    }

    /// What came of one picture.
    ///
    /// @param rendition digest among the working copies; none when there could be no rendition
    /// @param report regions and doubts; none when there is no rendition
    /// @param held why it does not go out; none when it may
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            @Nullable String rendition,
            @Nullable PictureReport report,
            @Nullable HoldReason held) {
        /// Where and why, for the operator.
        String place(String exhibit) {
            return report == null || report.doubts().isEmpty()
                    ? "exhibit " + exhibit
                    : "exhibit " + exhibit + ": "
                            + report.doubts().stream().map(PictureSearch::code).collect(Collectors.joining(", "));
        }
    }

    /// Searches one picture.
    ///
    /// @return empty when its original is not there
    /// @throws IOException when it could not be searched now: try again
    Optional<Found> search(CaseFileVersion version, String exhibit) throws IOException {
        for (var row : caseFiles.exhibits(version)) {
            String digest = row.sha256();
            if (row.exhibit().equals(exhibit) && digest != null) return Optional.of(search(digest));
        }
        return Optional.empty();
    }

    private Found search(String original) throws IOException {
        var kept = new String[1];
        var result = redacting.redact(
                originals.content(original),
                png -> kept[0] = copies.vault().put(png).sha256());
        return switch (result) {
            case PictureResult.Redacted(PictureReport report) ->
                new Found(kept[0], report, report.raisesDoubt() ? doubtful(report) : null);
            case PictureResult.Refused(Refusal reason) -> new Found(null, null, held(reason));
        };
    }

    private static HoldReason doubtful(PictureReport report) {
        return report.doubts().contains(Doubt.WORDS_UNSEARCHED) ? HoldReason.OCR_MISSING : HoldReason.PICTURE_DOUBTFUL;
    }

    private static HoldReason held(Refusal reason) {
        return switch (reason) {
            case UNSUPPORTED, ANIMATED, SEVERAL_PAGES -> HoldReason.PICTURE_UNSUPPORTED;
            case TOO_LARGE -> HoldReason.EXHIBIT_TOO_LARGE;
            case DAMAGED -> HoldReason.EXHIBIT_CORRUPT;
            case TIMEOUT -> HoldReason.EXHIBIT_TIMEOUT;
            case CRASHED -> HoldReason.EXHIBIT_CRASHED;
        };
    }

    private static String code(Doubt doubt) {
        return doubt.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
