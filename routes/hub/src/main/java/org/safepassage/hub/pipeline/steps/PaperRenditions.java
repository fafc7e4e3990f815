package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.Redaction;
import org.safepassage.redact.renditions.RedactedCaseFile;
import org.safepassage.redact.renditions.TextRendition;
import org.safepassage.redact.renditions.markup.CaseFileXhtml;
import org.safepassage.redact.renditions.markup.DocumentXhtml;
import org.safepassage.redact.renditions.pages.ScanPainter;
import org.safepassage.redact.renditions.pages.ScanTexts;
import org.safepassage.redact.renditions.pages.TextPdf;
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.redact.reviews.TextReview;
import org.safepassage.schemas.Mention;

/// What is made of a document that can be read: its redacted text, plain and as XHTML, and the same as PDF or, of a
/// scan, its pages painted anew; and of the record a page to read. Safe to share between threads.
final class PaperRenditions {
    /// No exhibit's id reads so: those are the hub's own.
    private static final String RECORD = "case-file.xhtml";

    private final WorkingCopies copies;
    private final TextRendition renditions = new TextRendition();
    private final TextPdf pdfs = new TextPdf();
    private final ScanPainter painter = new ScanPainter();

    /// One document's.
    ///
    /// @param reviews what a reviewer is told of each of its texts
    record Paper(List<Redaction> redactions, List<Proposal.RenditionCopy> shown, List<ReviewRecord> reviews) {
        Paper {
            redactions = List.copyOf(redactions);
            shown = List.copyOf(shown);
            reviews = List.copyOf(reviews);
        }

        @Override
        public String toString() {
            return "Paper[" + shown.size() + " renditions]";
        }
    }

    /// @param copies keep what is made, and hold the pixels of scans
    PaperRenditions(WorkingCopies copies) {
        this.copies = copies;
    }

    /// Makes them.
    ///
    /// @param document its parts, at least one
    /// @param scan what came of its pages when it is a scan
    /// @param onPages the mentions on each of these
    Paper of(
            String exhibit,
            List<Read> document,
            ScanSearch.@Nullable Found scan,
            List<List<Mention>> onPages,
            Allowance allowance)
            throws IOException {
        var words = new ArrayList<>(document.stream().map(Read::part).toList());
        if (scan != null && words.getFirst().text().isBlank()) words.set(0, ScanTexts.document(scan.pages(), onPages));
        var rendition = renditions.render(words, allowance, exhibit);
        var shown = new ArrayList<Proposal.RenditionCopy>();
        shown.add(words(exhibit + ".txt", "text/plain", rendition.text()));
        shown.add(words(exhibit + ".xhtml", DocumentXhtml.MEDIA_TYPE, DocumentXhtml.of(rendition)));
        if (scan == null) {
            var pdf = pdfs.of(rendition.text(), words.getFirst().language());
            if (pdf.isPresent()) shown.add(pdf(exhibit, pdf.get(), List.of()));
        } else {
            var pages = painter.paint(scan.pages(), digest -> ScanSearch.pixels(copies, digest), onPages, allowance);
            if (pages.isPresent())
                shown.add(pdf(exhibit, pages.get().pdf(), pages.get().words()));
        }
        return new Paper(rendition.redactions(), shown, reviews(document, allowance));
    }

    private static List<ReviewRecord> reviews(List<Read> document, Allowance allowance) {
        return document.stream()
                .filter(read -> !read.text().text().isBlank())
                .<ReviewRecord>map(read -> TextReview.of(
                        read.text(), read.part().passages(), read.part().mentions(), allowance))
                .toList();
    }

    /// The redacted case file for people who read.
    Proposal.RenditionCopy record(RedactedCaseFile caseFile) throws IOException {
        return words(RECORD, DocumentXhtml.MEDIA_TYPE, CaseFileXhtml.of(caseFile));
    }

    private Proposal.RenditionCopy words(String path, String mediaType, String words) throws IOException {
        return new Proposal.RenditionCopy(path, mediaType, copies.keepBytes(words.getBytes(StandardCharsets.UTF_8)));
    }

    private Proposal.RenditionCopy pdf(String exhibit, byte[] pdf, List<Integer> words) throws IOException {
        return new Proposal.RenditionCopy(exhibit + ".pdf", "application/pdf", copies.keepBytes(pdf), words);
    }
}
