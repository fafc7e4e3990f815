package org.safepassage.hub.pipeline.steps;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safepassage.evidence.vault.Vault;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.renditions.pages.ScanDoubt;
import org.safepassage.redact.renditions.pages.ScanPage;
import org.safepassage.redact.renditions.pages.ScanReader;
import org.safepassage.redact.renditions.pages.WrittenWords;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.HoldReason;

/// Reads the scans of a version, once for all recipients: where words stand does not depend on who receives them.
/// Pages and words are kept among the working copies.
public final class ScanSearch {
    private final CaseFiles caseFiles;
    private final Vault originals;
    private final WorkingCopies copies;
    private final Scanning scanning;

    /// The reader of scans, as this step needs it.
    @FunctionalInterface
    public interface Scanning {
        /// Draws pages and locates their words.
        ///
        /// @throws IOException when it could not be tried now
        ScanReader.Result read(org.safepassage.schemas.Content scan, ScanReader.Keeping keeping) throws IOException;
    }

    /// @param caseFiles tell which original an exhibit is
    /// @param scanning in a child JVM
    public ScanSearch(CaseFiles caseFiles, Vault originals, WorkingCopies copies, Scanning scanning) {
        this.caseFiles = caseFiles;
        this.originals = originals;
        this.copies = copies;
        this.scanning = scanning;
    }

    /// What came of one scan.
    ///
    /// @param pages whose pixels lie among the working copies; none when it is held
    /// @param held why it does not go out; none when it may
    /// @param place page and doubt of what is held, without content
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(List<ScanPage> pages, @Nullable HoldReason held, String place) {
        public Found {
            pages = List.copyOf(pages);
        }

        /// What is left when only words of this text, the file's own, are shown; empty when it is held or would be
        /// hardly anything.
        Optional<Found> agreeing(String text) {
            return held == null
                    ? new WrittenWords(text).agreeing(pages).map(agreed -> new Found(agreed, null, place))
                    : Optional.empty();
        }

        /// The words of each page as a text of the case.
        List<CaseText> texts(String exhibit, String language) {
            var texts = new ArrayList<CaseText>();
            for (ScanPage page : pages) {
                texts.add(new CaseText(textId(exhibit, texts.size() + 1), page.text(), language));
            }
            return texts;
        }
    }

    /// Under which id the words of a page are searched, pages counted from 1.
    static String textId(String exhibit, int page) {
        return exhibit + " page " + page;
    }

    /// Reads one scan.
    ///
    /// @return empty when its original is not there
    /// @throws IOException when it could not be read now: try again
    Optional<Found> search(CaseFileVersion version, String exhibit) throws IOException {
        for (var row : caseFiles.exhibits(version)) {
            String digest = row.sha256();
            if (row.exhibit().equals(exhibit) && digest != null) {
                return Optional.of(
                        switch (scanning.read(originals.content(digest), copies::keepBytes)) {
                            case ScanReader.Result.Read(List<ScanPage> pages) -> new Found(pages, null, "");
                            case ScanReader.Result.Held(int page, ScanDoubt doubt) ->
                                new Found(List.of(), reason(doubt), place(exhibit, page, doubt));
                        });
            }
        }
        return Optional.empty();
    }

    /// The pixels of a page, for whoever paints it.
    ///
    /// @throws IOException when the working copy cannot be read
    public static byte[] pixels(WorkingCopies copies, String digest) throws IOException {
        try (InputStream in = copies.vault().content(digest).open()) {
            return in.readAllBytes();
        }
    }

    private static String place(String exhibit, int page, ScanDoubt doubt) {
        return "exhibit " + exhibit + (page == 0 ? "" : " page " + page) + ": " + doubt.code();
    }

    private static HoldReason reason(ScanDoubt doubt) {
        return switch (doubt) {
            case UNREAD_INK, TOO_MANY_PAGES, TOO_LARGE, OCR_FAILED -> HoldReason.SCAN_DOUBTFUL;
            case ENCRYPTED -> HoldReason.EXHIBIT_ENCRYPTED;
            case DAMAGED -> HoldReason.EXHIBIT_CORRUPT;
            case UNSUPPORTED -> HoldReason.PICTURE_UNSUPPORTED;
            case OCR_MISSING -> HoldReason.OCR_MISSING;
            case TIMEOUT -> HoldReason.EXHIBIT_TIMEOUT;
            case CRASHED -> HoldReason.EXHIBIT_CRASHED;
        };
    }
}
