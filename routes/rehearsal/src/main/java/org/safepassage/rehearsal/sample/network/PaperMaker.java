package org.safepassage.rehearsal.sample.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.documents.Document;
import org.safepassage.rehearsal.sample.documents.DocumentFormat;
import org.safepassage.rehearsal.sample.documents.EmlFile;
import org.safepassage.rehearsal.sample.documents.Letter;
import org.safepassage.rehearsal.sample.documents.MsgFile;
import org.safepassage.rehearsal.sample.language.Composer;
import org.safepassage.rehearsal.sample.language.DocumentKind;
import org.safepassage.rehearsal.sample.language.Narrator;
import org.safepassage.rehearsal.sample.language.Scene;
import org.safepassage.rehearsal.sample.people.Language;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.truth.Planted;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Extraction;

/// Makes the papers of one case: composes each, gives it its format and notes what is planted in what the format keeps.
final class PaperMaker {
    private static final int ATTEMPTS = 100;

    private final CasePlan plan;
    private final Scene scene;
    private final Dice dice;
    private final ExhibitNames names;

    PaperMaker(CasePlan plan, Scene scene, ExhibitNames names, Dice dice) {
        this.plan = plan;
        this.scene = scene;
        this.dice = dice;
        this.names = names;
    }

    ExhibitFile make(DocumentPlan planned) {
        DocumentFormat format = planned.format();
        Document document = composed(planned);
        ExhibitNames.Named named = names.of(word(planned.kind()), scene.person('C'), format.extension());
        var planted = new ArrayList<>(kept(document, format));
        planted.addAll(named.planted());
        byte[] bytes = format.mail() ? mail(document, format, planted) : format.write(document);
        return new ExhibitFile(
                named.path(),
                kind(planned.kind()),
                format.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                document.language().tag(),
                planned.pages(),
                captured(),
                Extraction.Status.OK,
                Payload.of(bytes),
                planted);
    }

    String captured() {
        return new PartnerDates(plan.partner(), dice).of(scene.day().plusDays(dice.between(1, 40)));
    }

    /// What of a document's planted forms stands in a file of this format.
    static List<Planted> kept(Document document, DocumentFormat format) {
        return document.planted().stream()
                .filter(form -> format.places().contains(form.place()))
                .distinct()
                .toList();
    }

    /// Composes anew when a spelling has letters that an old encoding lacks.
    Document composed(DocumentPlan planned) {
        Language language = planned.format() == DocumentFormat.TXT_KOI8 ? Language.RU : language();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document document = new Composer(scene, language, dice.fork()).compose(planned.kind(), planned.pages());
            Document typed = planned.format() == DocumentFormat.TXT_KOI8 ? document.typewritten() : document;
            if (planned.format().holds(typed)) {
                return typed;
            }
        }
        throw new IllegalStateException("no text found that " + planned.format() + " can hold");
    }

    /// Mostly the language of the record.
    private Language language() {
        return dice.percent(75) ? plan.language() : dice.pick(List.of(Language.values()));
    }

    private byte[] mail(Document document, DocumentFormat format, List<Planted> planted) {
        Persona sender = scene.person('I');
        Persona addressee = scene.findPerson('L').orElse(scene.person('C'));
        var narrator = new Narrator(scene, document.language(), dice.fork());
        String from = narrator.say("mail-header", "{I gs}");
        String to = narrator.say("mail-header", scene.findPerson('L').isPresent() ? "{L gs}" : "{C gs}");
        narrator.say("mail-header", "{I.email}");
        narrator.say("mail-header", scene.findPerson('L').isPresent() ? "{L.email}" : "{C.email}");
        String about = narrator.say("attachment-name", "{C sur}");
        Document attached = new Composer(scene, document.language(), dice.fork()).compose(DocumentKind.REFERENCE, 1);
        planted.addAll(narrator.planted());
        kept(attached, DocumentFormat.RTF).forEach(form -> planted.add(form.at("attachment")));
        var letter = new Letter(
                document,
                from,
                sender.particulars().email(),
                to,
                addressee.particulars().email(),
                scene.day().plusDays(dice.between(10, 60)),
                about + ".rtf",
                "application/rtf",
                DocumentFormat.RTF.write(attached));
        return format == DocumentFormat.EML ? EmlFile.write(letter) : MsgFile.write(letter);
    }

    private static FileWord word(DocumentKind kind) {
        return switch (kind) {
            case INTERVIEW -> FileWord.INTERVIEW;
            case MEDICAL -> FileWord.MEDICAL;
            case LETTER -> FileWord.MAIL;
            case SHEET -> FileWord.TABLE;
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
