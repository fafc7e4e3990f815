package org.safepassage.redact.renditions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseDetector;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.Notice;
import org.safepassage.redact.Redaction;
import org.safepassage.redact.policies.PixelRule;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.renditions.markup.DocumentXhtml;
import org.safepassage.redact.renditions.pages.ScanPainter;
import org.safepassage.redact.renditions.pages.TextPdf;
import org.safepassage.redact.renditions.pictures.PictureReport;
import org.safepassage.redact.renditions.pictures.PictureResult;
import org.safepassage.redact.renditions.video.VideoReport;
import org.safepassage.redact.renditions.video.VideoResult;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;

/// Redacts files outside any case: all of them together are searched for the known persons and for whatever else
/// points to somebody, so that a name that one file reveals is found in the others. Nobody is permitted to be
/// named beyond what the policy keeps. Pseudonyms are the same in all files of one call and new in the next. Safe
/// to share.
public final class FileRedactor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Policy policy;
    private final List<Person> persons;
    private final CaseDetector detector;
    private final TextRendition rendition = new TextRendition();
    private final TextPdf pdfs = new TextPdf();
    private final ScanPainter painter = new ScanPainter();

    /// A redactor with every recogniser that comes along.
    ///
    /// @param persons known identities; may be empty
    public FileRedactor(Policy policy, List<Person> persons) {
        this(policy, persons, Detector.standard());
    }

    /// A redactor.
    ///
    /// @param persons known identities; may be empty
    /// @param detector what finds identities
    public FileRedactor(Policy policy, List<Person> persons, Detector detector) {
        this.policy = policy;
        this.persons = List.copyOf(persons);
        this.detector = detector.forCase(this.persons);
    }

    /// Persons whose names are too short to be searched for.
    public List<Notice> notices() {
        return detector.notices();
    }

    /// The redacted files: texts as plain text, XHTML and PDF, scans as text and as pages painted anew, photographs and
    /// films as they were covered. Readers know them by their position alone, counted from 1.
    ///
    /// @throws IOException when the pixels of a scan are not to be had
    public RedactedFiles redact(List<SourceFile> files) throws IOException {
        List<ReadFile> read = new ArrayList<>();
        files.forEach(file -> read.add(ReadFile.of(read.size() + 1, file)));
        var texts = new ArrayList<CaseText>();
        read.forEach(file -> texts.addAll(file.texts()));
        var mentions = detector.detect(texts).iterator();

        var pseudonyms = new PseudonymMaker(new MemoryRegister());
        var allowance = new Allowance(policy, Set.of(), persons, pseudonyms, "");
        var out = new TreeMap<String, String>();
        var pages = new TreeMap<String, byte[]>();
        var pictures = new TreeMap<String, Path>();
        ObjectNode report = JsonNodeFactory.instance.objectNode().put("policy", policy.name());
        ArrayNode documents = report.putArray("documents");
        ArrayNode withheld = report.putArray("withheld");
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        ArrayNode films = JsonNodeFactory.instance.arrayNode();
        for (ReadFile file : read) {
            var found = new ArrayList<List<Mention>>();
            file.texts().forEach(text -> found.add(mentions.next()));
            var reason = file.withheldFor();
            if (reason.isPresent()) {
                withheld.addObject()
                        .put("source", file.number())
                        .put("mediaType", file.mediaType())
                        .put("reason", reason.get());
                continue;
            }
            if (file.source() instanceof SourceFile.Photograph photograph
                    && photograph.result() instanceof PictureResult.Redacted(PictureReport covered)) {
                String picture = RedactedFiles.picture(file.number());
                pictures.put(picture, photograph.rendition());
                boolean review = covered.raisesDoubt() || policy.photographs() == PixelRule.HOLD;
                shown.add(row(file.number(), "picture", picture, review, covered.withTaken(null)));
                continue;
            }
            if (file.source() instanceof SourceFile.Film film
                    && film.result() instanceof VideoResult.Redacted(VideoReport covered)) {
                String name = RedactedFiles.film(file.number());
                pictures.put(name, film.rendition());
                boolean review = covered.raisesDoubt() || policy.videos() == PixelRule.HOLD;
                ObjectNode row = row(file.number(), "video", name, review, covered.with(policy.voice()));
                row.put("sound", covered.sound(policy.voice()));
                films.add(row);
                continue;
            }
            String name = RedactedFiles.text(file.number());
            String xhtml = RedactedFiles.xhtml(file.number());
            String pdf = RedactedFiles.pdf(file.number());
            RedactedDocument text = rendition.render(file.parts(found), allowance, name);
            out.put(name, text.text());
            out.put(xhtml, DocumentXhtml.of(text));
            pdf(file, found, text.text(), allowance).ifPresent(made -> pages.put(pdf, made));
            ObjectNode row = documents
                    .addObject()
                    .put("source", file.number())
                    .put("document", name)
                    .put("xhtml", xhtml)
                    .put("pages", pages.containsKey(pdf) ? pdf : null)
                    .put("status", file.isScan() && policy.scans() == PixelRule.HOLD ? "review" : file.status());
            row.set("redactions", counts(text.redactions()));
            row.set("unread", file.unreadAttachments());
        }
        if (!shown.isEmpty()) {
            report.set("pictures", shown);
        }
        if (!films.isEmpty()) {
            report.set("videos", films);
        }
        return new RedactedFiles(out, pages, pictures, report, read.stream().anyMatch(ReadFile::unread));
    }

    private Optional<byte[]> pdf(ReadFile file, List<List<Mention>> found, String text, Allowance allowance)
            throws IOException {
        return file.source() instanceof SourceFile.Scan scan
                ? painter.paint(file.pages(), scan.kept(), file.onPages(found), allowance)
                        .map(ScanPainter.Painted::pdf)
                : pdfs.of(text, file.language());
    }

    /// What was covered in a photograph or film.
    ///
    /// @param review whether a person looks at it first, because something is in doubt or the policy wants it
    private static ObjectNode row(int number, String kind, String name, boolean review, Object covered) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("source", number)
                .put(kind, name)
                .put("status", review ? "review" : "ok");
        row.setAll(JSON.<ObjectNode>valueToTree(covered));
        return row;
    }

    /// One row for each type, action and recogniser.
    private static ArrayNode counts(List<Redaction> redactions) {
        record Kind(String type, String action, String recogniser) {}
        var counts = new TreeMap<Kind, Integer>(java.util.Comparator.comparing(Kind::type)
                .thenComparing(Kind::action)
                .thenComparing(Kind::recogniser));
        for (Redaction redaction : redactions) {
            counts.merge(
                    new Kind(redaction.type(), redaction.action().code(), redaction.recogniser()), 1, Integer::sum);
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        counts.forEach((kind, count) -> rows.addObject()
                .put("type", kind.type())
                .put("action", kind.action())
                .put("recogniser", kind.recogniser())
                .put("count", count));
        return rows;
    }
}
