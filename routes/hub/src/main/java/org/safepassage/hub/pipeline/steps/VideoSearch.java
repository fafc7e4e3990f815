package org.safepassage.hub.pipeline.steps;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepassage.evidence.vault.Vault;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.redact.policies.Voice;
import org.safepassage.redact.renditions.video.VideoDoubt;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.redact.renditions.video.VideoRefusal;
import org.safepassage.redact.renditions.video.VideoReport;
import org.safepassage.redact.renditions.video.VideoResult;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.HoldReason;

/// Searches the videos of a version, once for all recipients. The rendition, which has no sound, is kept among the
/// working copies.
public final class VideoSearch {
    private final CaseFiles caseFiles;
    private final Vault originals;
    private final WorkingCopies copies;
    private final Redacting redacting;
    private final Voicing voicing;

    /// The video redactor, as this step needs it.
    @FunctionalInterface
    public interface Redacting {
        /// Covers what identifies people.
        ///
        /// @throws IOException when it could not be tried now
        VideoResult redact(Content video, VideoRedactor.Taking taking) throws IOException;
    }

    /// The same for its sound.
    @FunctionalInterface
    public interface Voicing {
        /// Puts the sound of an original beside the picture of its rendition.
        ///
        /// @return why not, if not
        /// @throws IOException when it could not be tried now
        Optional<VideoRefusal> withSound(Content original, Content rendition, Voice voice, VideoRedactor.Taking taking)
                throws IOException;
    }

    /// @param caseFiles tell which original an exhibit is
    /// @param redacting in a child JVM
    /// @param voicing in a child JVM
    public VideoSearch(
            CaseFiles caseFiles, Vault originals, WorkingCopies copies, Redacting redacting, Voicing voicing) {
        this.caseFiles = caseFiles;
        this.originals = originals;
        this.copies = copies;
        this.redacting = redacting;
        this.voicing = voicing;
    }

    /// What came of one video.
    ///
    /// @param rendition digest among the working copies; none when there could be no rendition
    /// @param report what is covered and doubts; none when there is no rendition
    /// @param refusal why there is no rendition; none when there is one
    /// @param held why it does not go out; none when it may
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            @Nullable String rendition,
            @Nullable VideoReport report,
            @Nullable VideoRefusal refusal,
            @Nullable HoldReason held) {
        /// Where and why, for the operator.
        String place(String exhibit) {
            String doubts = report == null
                    ? ""
                    : report.doubts().stream().map(VideoSearch::code).collect(Collectors.joining(", "));
            String why = refusal == null ? doubts : code(refusal);
            return "exhibit " + exhibit + (why.isEmpty() ? "" : ": " + why);
        }
    }

    /// Searches one video.
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

    /// What a recipient gets of a video, whose policy says this of its sound.
    ///
    /// @param rendition digest of the one without sound
    /// @return digest among the working copies; empty when the sound cannot be put beside the picture
    /// @throws IOException when it could not be tried now: try again
    Optional<String> heard(CaseFileVersion version, String exhibit, String rendition, Voice voice) throws IOException {
        if (voice == Voice.MUTE) return Optional.of(rendition);
        var kept = new String[1];
        for (var row : caseFiles.exhibits(version)) {
            String digest = row.sha256();
            if (row.exhibit().equals(exhibit) && digest != null) {
                var refusal = voicing.withSound(
                        originals.content(digest),
                        copies.vault().content(rendition),
                        voice,
                        mp4 -> kept[0] = copies.vault().put(mp4).sha256());
                return refusal.isPresent() ? Optional.empty() : Optional.of(kept[0]);
            }
        }
        return Optional.empty();
    }

    private Found search(String original) throws IOException {
        var kept = new String[1];
        var result = redacting.redact(
                originals.content(original),
                mp4 -> kept[0] = copies.vault().put(mp4).sha256());
        return switch (result) {
            case VideoResult.Redacted(VideoReport report) ->
                new Found(kept[0], report, null, report.raisesDoubt() ? doubtful(report) : null);
            case VideoResult.Refused(VideoRefusal reason) -> new Found(null, null, reason, held(reason));
        };
    }

    private static HoldReason doubtful(VideoReport report) {
        return report.doubts().contains(VideoDoubt.WORDS_UNSEARCHED)
                ? HoldReason.OCR_MISSING
                : HoldReason.VIDEO_DOUBTFUL;
    }

    private static HoldReason held(VideoRefusal reason) {
        return switch (reason) {
            case UNSUPPORTED, SEVERAL_PICTURES, CHANGING -> HoldReason.VIDEO_UNSUPPORTED;
            case TOO_LARGE, TOO_LONG -> HoldReason.VIDEO_TOO_LARGE;
            case EMPTY, DAMAGED -> HoldReason.EXHIBIT_CORRUPT;
            case NO_ROOM -> HoldReason.VIDEO_NO_ROOM;
            case TIMEOUT -> HoldReason.EXHIBIT_TIMEOUT;
            case CRASHED -> HoldReason.EXHIBIT_CRASHED;
        };
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
