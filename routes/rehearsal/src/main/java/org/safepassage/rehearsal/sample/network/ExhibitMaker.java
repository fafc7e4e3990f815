package org.safepassage.rehearsal.sample.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.documents.Document;
import org.safepassage.rehearsal.sample.language.Composer;
import org.safepassage.rehearsal.sample.language.DocumentKind;
import org.safepassage.rehearsal.sample.language.Scene;
import org.safepassage.rehearsal.sample.people.Language;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Extraction;

/// Makes the files of one case as its plan asks.
final class ExhibitMaker {
    private final CasePlan plan;
    private final Scene scene;
    private final Dice dice;
    private final ExhibitNames names;

    ExhibitMaker(CasePlan plan, Scene scene, Dice dice) {
        this.plan = plan;
        this.scene = scene;
        this.dice = dice;
        this.names = new ExhibitNames(plan.partner(), plan.language(), dice.fork());
    }

    /// All files of the first version: papers, photographs, videos, oddities.
    List<ExhibitFile> all() {
        var files = new ArrayList<ExhibitFile>();
        plan.documents().forEach(document -> files.add(paper(document)));
        return files;
    }

    /// The one that the second version adds.
    ExhibitFile later() {
        return paper(new DocumentPlan(
                DocumentKind.STATEMENT, org.safepassage.rehearsal.sample.documents.DocumentFormat.DOCX, 2));
    }

    private ExhibitFile paper(DocumentPlan planned) {
        Language language = language();
        Document document = new Composer(scene, language, dice.fork()).compose(planned.kind(), planned.pages());
        ExhibitNames.Named named = names.of(
                word(planned.kind()), scene.person('C'), planned.format().extension());
        var planted = Stream.concat(
                        document.planted().stream()
                                .filter(form -> planned.format().places().contains(form.place())),
                        named.planted().stream())
                .distinct()
                .toList();
        return new ExhibitFile(
                named.path(),
                kind(planned.kind()),
                planned.format().name().toLowerCase(java.util.Locale.ROOT),
                language.tag(),
                planned.pages(),
                scene.day().plusDays(dice.between(1, 40)).toString(),
                Extraction.Status.OK,
                Payload.of(planned.format().write(document)),
                planted);
    }

    /// Mostly the language of the record.
    private Language language() {
        return dice.percent(75) ? plan.language() : dice.pick(List.of(Language.values()));
    }

    private static FileWord word(DocumentKind kind) {
        return switch (kind) {
            case INTERVIEW -> FileWord.INTERVIEW;
            case MEDICAL -> FileWord.MEDICAL;
            case LETTER -> FileWord.MAIL;
            default -> FileWord.DOCUMENT;
        };
    }

    private static Exhibit.Kind kind(DocumentKind kind) {
        return switch (kind) {
            case INTERVIEW -> Exhibit.Kind.INTERVIEW;
            case MEDICAL -> Exhibit.Kind.MEDICAL_DOCUMENT;
            default -> Exhibit.Kind.DOCUMENT;
        };
    }
}
