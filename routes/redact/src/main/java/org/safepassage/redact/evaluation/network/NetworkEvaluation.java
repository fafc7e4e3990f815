package org.safepassage.redact.evaluation.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Detector;
import org.safepassage.redact.check.CheckedFile;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.evaluation.Figure;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.MemoryRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.redact.recognisers.UnrecordedNames;
import org.safepassage.redact.renditions.DocumentPart;
import org.safepassage.redact.renditions.TextRendition;
import org.safepassage.redact.renditions.markup.DocumentXhtml;
import org.safepassage.redact.renditions.pages.TextPdf;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.Identifier;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Role;
import org.safepassage.schemas.Sex;

/// Takes cases of a sample network the way that the hub takes them: detection over all documents of a case, renditions
/// for each recipient as text, XHTML and PDF, the exit check. Counts, for each recipient:
///
/// - planted names, numbers, contacts and addresses of persons who may not be named of which a form stands in the
///   rendition of the document in which it was planted. A form whose every word is a word of somebody who may be named
///   there is not counted, as in the audit of the demo;
/// - names of alleged perpetrators who may be named that are gone. Where any word of the form could be somebody else's
///   of the case it has to go, and is not counted;
/// - consignments that the exit check holds.
///
/// Pictures, scans, films and the record itself are not looked at here: `deploy/hub demo` audits every byte. For one
/// thread.
public final class NetworkEvaluation {
    private static final CaseFileVersion NO_VERSION = CaseFileVersion.parse("cf-aaaaaaaaaaaaaaaa.v1");

    private final Detector detector;
    private final Map<String, Policy> policies;
    private final ExitCheck check;
    private final Consumer<NetworkMiss> missed;
    private final TextRendition renditions = new TextRendition();
    private final TextPdf pdfs = new TextPdf();
    private final Map<String, Tally> tallies = new TreeMap<>();

    /// @param policies by recipient; one who has none is left out
    /// @param check with an extractor that reads PDFs back
    /// @param missed is told each place that a figure counts against
    public NetworkEvaluation(
            Detector detector, Map<String, Policy> policies, ExitCheck check, Consumer<NetworkMiss> missed) {
        this.detector = detector;
        this.policies = Map.copyOf(policies);
        this.check = check;
        this.missed = missed;
    }

    /// Takes one case.
    ///
    /// @throws IOException when a rendition cannot be read back now
    public void add(SampledCase sampled) throws IOException {
        var parts = new ArrayList<List<CaseText>>();
        for (SampledCase.Document document : sampled.documents()) {
            var texts = new ArrayList<CaseText>();
            texts(document.id(), document.extraction(), texts);
            parts.add(texts);
        }
        var all = parts.stream().flatMap(List::stream).toList();
        var found = detector.forCase(known(sampled)).detect(all);
        var others = new HashSet<String>();
        for (int i = 0; i < all.size(); i++) {
            others.addAll(UnrecordedNames.in(all.get(i).text(), found.get(i)));
        }
        for (var recipient : sampled.permitted().entrySet()) {
            Policy policy = policies.get(recipient.getKey());
            if (policy != null) {
                var allowance = new Allowance(
                        policy,
                        recipient.getValue(),
                        sampled.persons(),
                        new PseudonymMaker(new MemoryRegister()),
                        sampled.id() + "/");
                consign(sampled, recipient.getKey(), allowance, documents(sampled, parts, found), others);
            }
        }
    }

    private void consign(
            SampledCase sampled,
            String recipient,
            Allowance allowance,
            List<List<DocumentPart>> documents,
            Set<String> others)
            throws IOException {
        Tally tally = tallies.computeIfAbsent(recipient, name -> new Tally(name, missed));
        var telling = new Telling(sampled, allowance);
        var files = new ArrayList<CheckedFile>();
        for (int i = 0; i < documents.size(); i++) {
            var document = sampled.documents().get(i);
            var rendition = renditions.render(documents.get(i), allowance, document.id());
            String text = rendition.text();
            files.add(new CheckedFile("data/renditions/" + document.id() + ".txt", content(text)));
            files.add(new CheckedFile(
                    "data/renditions/" + document.id() + ".xhtml", content(DocumentXhtml.of(rendition))));
            pdfs.of(text, documents.get(i).getFirst().language())
                    .ifPresent(pdf ->
                            files.add(new CheckedFile("data/renditions/" + document.id() + ".pdf", Content.of(pdf))));
            String source = String.join(
                    "\n", documents.get(i).stream().map(DocumentPart::text).toList());
            tally.document(sampled, document.file(), telling, source, text);
        }
        tally.consignment(sampled, check.check(files, record(sampled), allowance, others));
    }

    /// The figures, recipient by recipient.
    public List<Figure> figures() {
        return tallies.values().stream()
                .flatMap(tally -> tally.figures().stream())
                .toList();
    }

    private static List<List<DocumentPart>> documents(
            SampledCase sampled, List<List<CaseText>> parts, List<List<Mention>> found) {
        var documents = new ArrayList<List<DocumentPart>>();
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            var extractions = new ArrayList<Extraction>();
            extractions(sampled.documents().get(i).extraction(), extractions);
            var document = new ArrayList<DocumentPart>();
            for (int k = 0; k < parts.get(i).size(); k++) {
                CaseText text = parts.get(i).get(k);
                document.add(new DocumentPart(
                        text.text(),
                        text.language(),
                        found.get(at++),
                        extractions.get(k).passages()));
            }
            documents.add(document);
        }
        return documents;
    }

    private static void texts(String id, Extraction extraction, List<CaseText> texts) {
        texts.add(new CaseText(
                id,
                extraction.text(),
                extraction.languages().isEmpty()
                        ? "und"
                        : extraction.languages().getFirst()));
        int number = 0;
        for (Extraction.Embedded embedded : extraction.embedded()) {
            texts(id + "." + ++number, embedded.extraction(), texts);
        }
    }

    private static void extractions(Extraction extraction, List<Extraction> all) {
        all.add(extraction);
        extraction.embedded().forEach(embedded -> extractions(embedded.extraction(), all));
    }

    private static List<Person> known(SampledCase sampled) {
        var known = new ArrayList<>(sampled.persons());
        known.add(new Person(
                "case-number",
                Role.OTHER,
                Sex.UNKNOWN,
                List.of(PersonName.of("")),
                List.of(new Identifier(Identifier.Type.OTHER, sampled.caseNumber()))));
        return known;
    }

    private static CaseFile record(SampledCase sampled) {
        return new CaseFile(
                NO_VERSION,
                "sample",
                sampled.caseNumber(),
                "",
                List.of(),
                sampled.persons(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
