package org.safepassage.rehearsal.sample.network;

import java.util.ArrayList;
import java.util.List;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.documents.DocumentFormat;
import org.safepassage.rehearsal.sample.language.DocumentKind;
import org.safepassage.rehearsal.sample.language.Scene;

/// Makes the files of one case as its plan asks: papers, photographs, films, oddities.
final class ExhibitMaker {
    private final CasePlan plan;
    private final PaperMaker papers;
    private final MediaMaker media;
    private final OddityMaker oddities;

    ExhibitMaker(CasePlan plan, Scene scene, Dice dice) {
        this.plan = plan;
        var names = new ExhibitNames(plan.partner(), plan.language(), dice.fork());
        this.papers = new PaperMaker(plan, scene, names, dice.fork());
        this.media = new MediaMaker(plan, scene, names, dice.fork());
        this.oddities = new OddityMaker(plan, scene, names, papers, dice.fork());
    }

    /// All files of the first version.
    ///
    /// @param videoBytes size of the case's first film, when it is to be larger than it is
    List<ExhibitFile> all(long videoBytes) {
        var files = new ArrayList<ExhibitFile>();
        plan.documents().forEach(document -> files.add(papers.make(document)));
        for (int i = 0; i < plan.photographs(); i++) {
            files.add(media.photograph());
        }
        for (int i = 0; i < plan.videos(); i++) {
            files.add(media.video(i == 0 ? videoBytes : 0));
        }
        plan.oddities().forEach(oddity -> files.add(oddities.make(oddity)));
        return files;
    }

    /// The one that the second version adds.
    ExhibitFile later() {
        return papers.make(new DocumentPlan(DocumentKind.STATEMENT, DocumentFormat.DOCX, 2));
    }
}
