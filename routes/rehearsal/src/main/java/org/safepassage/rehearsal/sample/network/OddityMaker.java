package org.safepassage.rehearsal.sample.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.safepassage.rehearsal.sample.Dice;
import org.safepassage.rehearsal.sample.documents.Document;
import org.safepassage.rehearsal.sample.documents.DocumentFormat;
import org.safepassage.rehearsal.sample.documents.FixedZip;
import org.safepassage.rehearsal.sample.documents.Locked;
import org.safepassage.rehearsal.sample.language.DocumentKind;
import org.safepassage.rehearsal.sample.language.Scene;
import org.safepassage.rehearsal.sample.people.Language;
import org.safepassage.rehearsal.sample.people.Persona;
import org.safepassage.rehearsal.sample.truth.Planted;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Extraction.Status;

/// Makes files that are broken, closed, empty, misnamed or sent twice. The truth lists what is planted in those that
/// can be read.
final class OddityMaker {
    private static final String PASSWORD = "sample-2025";

    private final CasePlan plan;
    private final Scene scene;
    private final Dice dice;
    private final ExhibitNames names;
    private final PaperMaker papers;

    OddityMaker(CasePlan plan, Scene scene, ExhibitNames names, PaperMaker papers, Dice dice) {
        this.plan = plan;
        this.scene = scene;
        this.dice = dice;
        this.names = names;
        this.papers = papers;
    }

    ExhibitFile make(Oddity oddity) {
        var planted = new ArrayList<Planted>();
        return switch (oddity) {
            case FOLDERS_IN_A_ZIP -> file("zip", "zip", Status.OK, folders(planted), planted);
            case ENCRYPTED_PDF ->
                file(
                        "pdf",
                        "pdf-encrypted",
                        Status.ENCRYPTED,
                        Locked.pdf(paper(DocumentFormat.PDF), PASSWORD),
                        planted);
            case EMPTY -> file("txt", "empty", Status.NO_TEXT, new byte[0], planted);
            case TRUNCATED_PDF -> {
                byte[] whole = DocumentFormat.PDF.write(paper(DocumentFormat.PDF));
                yield file("pdf", "pdf-truncated", Status.CORRUPT, Arrays.copyOf(whole, whole.length / 2), planted);
            }
            case MISNAMED -> {
                Document document = paper(DocumentFormat.DOCX);
                planted.addAll(PaperMaker.kept(document, DocumentFormat.DOCX));
                yield file("pdf", "docx-misnamed", Status.OK, DocumentFormat.DOCX.write(document), planted);
            }
            case LEAFLET -> file("pdf", "pdf-leaflet", Status.OK, leaflet(), planted);
            case ENCRYPTED_DOCX -> {
                byte[] open = DocumentFormat.DOCX.write(paper(DocumentFormat.DOCX));
                yield file(
                        "docx",
                        "docx-encrypted",
                        Status.ENCRYPTED,
                        Locked.office(open, PASSWORD, dice.fork()),
                        planted);
            }
            case SPOILT_DOCX -> file("docx", "docx-spoilt", Status.CORRUPT, spoilt(), planted);
            case ENCRYPTED_ZIP -> {
                byte[] inside = DocumentFormat.RTF.write(paper(DocumentFormat.RTF));
                yield file(
                        "zip",
                        "zip-encrypted",
                        Status.ENCRYPTED,
                        Locked.zip("1.rtf", inside, PASSWORD, dice.fork()),
                        planted);
            }
        };
    }

    private ExhibitFile file(String extension, String format, Status status, byte[] bytes, List<Planted> planted) {
        ExhibitNames.Named named = names.of(FileWord.OTHER, scene.person('C'), extension);
        planted.addAll(named.planted());
        return new ExhibitFile(
                named.path(),
                Exhibit.Kind.OTHER,
                format,
                plan.language().tag(),
                0,
                papers.captured(),
                status,
                Payload.of(bytes),
                planted);
    }

    private Document paper(DocumentFormat format) {
        return papers.composed(new DocumentPlan(DocumentKind.REFERENCE, format, 1));
    }

    /// Papers and a list in folders whose names hold a surname.
    private byte[] folders(List<Planted> planted) {
        Persona about = scene.person('C');
        String surname = about.name(plan.language()).surname();
        var entries = new LinkedHashMap<String, byte[]>();
        DocumentFormat[] formats = {DocumentFormat.DOCX, DocumentFormat.HTML, DocumentFormat.TXT};
        for (int i = 0; i < formats.length; i++) {
            Document document = paper(formats[i]);
            PaperMaker.kept(document, formats[i]).forEach(form -> planted.add(form.at("archive-" + form.place())));
            entries.put(
                    surname + "/" + (i + 1) + "/" + (i + 1) + "." + formats[i].extension(), formats[i].write(document));
        }
        planted.add(new Planted("archive-path", about.id(), about.role(), "PERSON.SURNAME", surname, about.base()));
        return FixedZip.of(entries);
    }

    /// The same in every case that has it, and nobody is in it.
    private static byte[] leaflet() {
        var paragraphs = List.of(
                new Document.Paragraph(true, "Памятка / Памятка / Leaflet"),
                new Document.Paragraph(false, "Вы имеете право на врача, на адвоката и на молчание."),
                new Document.Paragraph(false, "Вы маеце права на доктара, на адваката і на маўчанне."),
                new Document.Paragraph(false, "You have the right to a doctor, to a lawyer and to silence."));
        var document = new Document(
                "Памятка", Language.RU, "", "Памятка", "2020", List.of(new Document.Page(paragraphs)), List.of());
        return DocumentFormat.PDF.write(document);
    }

    private byte[] spoilt() {
        byte[] bytes = DocumentFormat.DOCX.write(paper(DocumentFormat.DOCX));
        byte[] noise = dice.bytes(bytes.length * 3 / 4);
        System.arraycopy(noise, 0, bytes, bytes.length / 8, noise.length);
        return bytes;
    }
}
