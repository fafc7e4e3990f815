package org.safepassage.hub.pipeline.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safepassage.hub.ledger.Lessons;
import org.safepassage.redact.CaseDetector;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.Detector;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Mention;

/// Searches the texts of a case for everything that its record gives and its reviewers said. Safe to share between
/// threads.
public final class MentionSearch {
    private final Detector detector;
    private final Lessons lessons;

    /// @param detector all recognisers
    /// @param lessons what reviewers said
    public MentionSearch(Detector detector, Lessons lessons) {
        this.detector = detector;
        this.lessons = lessons;
    }

    /// What reviewers said of this case by now.
    CaseKnowledge knowledge(CaseFile caseFile) {
        return lessons.of(caseFile.id().caseFile());
    }

    /// A detector that knows the case.
    CaseDetector forCase(CaseFile caseFile) {
        return detector.forCase(KnownToCase.of(caseFile), knowledge(caseFile));
    }

    /// The mentions in each text, by its id.
    ///
    /// @param scans whose pages have texts of their own
    SortedMap<String, List<Mention>> search(
            CaseFile caseFile, List<CaseTexts.Part> parts, Map<String, ScanSearch.Found> scans) {
        var searched = new ArrayList<>(parts.stream().map(CaseTexts.Part::text).toList());
        scans.forEach((exhibit, scan) -> searched.addAll(scan.texts(exhibit, language(exhibit, parts))));
        var found = forCase(caseFile).detect(searched);
        var byText = new TreeMap<String, List<Mention>>();
        for (int i = 0; i < searched.size(); i++) byText.put(searched.get(i).id(), found.get(i));
        return byText;
    }

    private static String language(String exhibit, List<CaseTexts.Part> parts) {
        return parts.stream()
                .filter(part -> part.exhibit().equals(exhibit))
                .findFirst()
                .map(part -> part.text().language())
                .orElse("und");
    }
}
