package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.redact.CaseText;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Extraction;

/// The texts of a version's exhibits in a fixed order: each document's own, then those of everything embedded in
/// it, under the ids `x3`, `x3.1`, `x3.1.2`.
public final class CaseTexts {
    private final CaseFiles caseFiles;
    private final Rereadings rereadings;
    private final WorkingCopies copies;

    /// @param rereadings hold what was read again
    /// @param copies where extractions are kept
    public CaseTexts(CaseFiles caseFiles, Rereadings rereadings, WorkingCopies copies) {
        this.caseFiles = caseFiles;
        this.rereadings = rereadings;
        this.copies = copies;
    }

    /// One text and where it comes from.
    ///
    /// @param exhibit id of the exhibit that holds it, itself or embedded
    public record Part(String exhibit, CaseText text, Extraction extraction) {
        @Override
        public String toString() {
            return "Part[" + text.id() + "]";
        }
    }

    /// All texts of a version as they were after a round of reading held exhibits again; 0 for what was read first.
    ///
    /// @throws IOException when an extraction cannot be read back
    public List<Part> of(CaseFileVersion version, int round) throws IOException {
        var readAgain = rereadings.digests(version, round);
        var parts = new ArrayList<Part>();
        for (var exhibit : caseFiles.exhibits(version)) {
            var first = exhibit.extractionDigest();
            var digest = readAgain.getOrDefault(exhibit.exhibit(), first == null ? "" : first);
            if (!digest.isEmpty())
                add(exhibit.exhibit(), exhibit.exhibit(), copies.get(digest, Extraction.class), parts);
        }
        return parts;
    }

    private static void add(String exhibit, String id, Extraction extraction, List<Part> parts) {
        String language = extraction.languages().isEmpty()
                ? "und"
                : extraction.languages().getFirst();
        parts.add(new Part(exhibit, new CaseText(id, extraction.text(), language), extraction));
        int number = 0;
        for (Extraction.Embedded embedded : extraction.embedded()) {
            add(exhibit, id + "." + ++number, embedded.extraction(), parts);
        }
    }
}
