package org.safepassage.redact.renditions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.CaseDetector;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.Redaction;
import org.safepassage.redact.TextRedactor;
import org.safepassage.redact.generalising.Generalised;
import org.safepassage.redact.policies.Policy;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Event;
import org.safepassage.schemas.Examination;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Person;
import org.safepassage.schemas.PersonName;
import org.safepassage.schemas.Place;
import org.safepassage.schemas.Sex;
import org.safepassage.schemas.Statement;

/// Writes a case file anew for one recipient. Built up from what may be told, never cut down from what there is: the
/// partner's name and case number, titles, file names, internal ids and digests have no place in it at all. Stateless
/// and safe to share.
public final class CaseFileRedactor {
    /// The form that this class writes.
    public static final String SCHEMA = "safe-passage/redacted-case-file/1";

    private final TextRedactor redactor = new TextRedactor();

    /// A redactor.
    public CaseFileRedactor() {}

    /// The redacted case file.
    ///
    /// @param reference the name under which the recipient knows the case
    /// @param detector of this case's persons
    public RedactedCaseFile redact(CaseFile caseFile, Allowance allowance, String reference, CaseDetector detector) {
        return new Writing(allowance, detector).write(caseFile, reference);
    }

    private final class Writing {
        private final Allowance allowance;
        private final CaseDetector detector;
        private final List<Redaction> redactions = new ArrayList<>();
        private final Map<String, String> called = new HashMap<>();

        Writing(Allowance allowance, CaseDetector detector) {
            this.allowance = allowance;
            this.detector = detector;
        }

        RedactedCaseFile write(CaseFile caseFile, String reference) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("schema", SCHEMA).put("reference", reference);
            var categories = json.putArray("categories");
            caseFile.categories().forEach(categories::add);
            var persons = json.putArray("persons");
            caseFile.persons().forEach(person -> persons.add(person(person)));
            var events = json.putArray("events");
            caseFile.events().forEach(event -> events.add(event(event, "event " + (events.size() + 1))));
            var statements = json.putArray("statements");
            caseFile.statements()
                    .forEach(statement -> statements.add(statement(statement, "statement " + (statements.size() + 1))));
            var examinations = json.putArray("examinations");
            caseFile.examinations()
                    .forEach(examination ->
                            examinations.add(examination(examination, "examination " + (examinations.size() + 1))));
            var exhibits = json.putArray("exhibits");
            caseFile.exhibits().forEach(exhibit -> exhibits.add(exhibit(exhibit)));
            return new RedactedCaseFile(json, redactions);
        }

        private ObjectNode person(Person person) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("is", callable(person));
            json.put("role", Words.code(person.role()));
            json.put("sex", Words.code(allowance.policy().tellsSexOf(person.role()) ? person.sex() : Sex.UNKNOWN));
            var withheld = json.putArray("withheld");
            person.identifiers().stream()
                    .map(identifier -> Words.code(identifier.type()))
                    .distinct()
                    .sorted()
                    .forEach(withheld::add);
            return json;
        }

        /// Who may be named is so by the first name that could be nobody else's.
        private String callable(Person person) {
            return called.computeIfAbsent(
                    person.id(),
                    id -> person.names().stream()
                            .map(PersonName::full)
                            .filter(name -> allowance.names(person) && isLeft(name))
                            .findFirst()
                            .orElseGet(() -> allowance
                                    .pseudonyms()
                                    .of(allowance.entityPrefix() + person.id(), "PERSON", person.sex(), "en")));
        }

        private boolean isLeft(String name) {
            var mentions = detector.detect(new CaseText("name", name, "und"));
            return redactor.redact(name, "und", "name", mentions, allowance)
                    .text()
                    .equals(name);
        }

        private ObjectNode event(Event event, String where) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", text(where, event.type(), "en"))
                    .put("date", DateShown.of(event.date(), allowance.policy()))
                    .put("place", place(where, event.place()))
                    .put("description", text(where, event.description(), "und"));
        }

        /// The partner's words where the policy keeps places; otherwise the region, if it can be told.
        private String place(String where, Place place) {
            Policy policy = allowance.policy();
            return switch (policy.action(Policy.UNLINKED, "LOCATION")) {
                case KEEP -> text(where, place.original(), "und");
                case GENERALISE -> {
                    String region = Generalised.of(place.original(), "LOCATION", "en", policy.generalising());
                    yield region.isEmpty()
                            ? Generalised.of(place.region(), "LOCATION", "en", policy.generalising())
                            : region;
                }
                case REMOVE, MASK, PSEUDONYM -> "";
            };
        }

        private ObjectNode statement(Statement statement, String where) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("by", personOf(statement.person()))
                    .put("language", statement.language())
                    .put("taken", DateShown.of(statement.taken(), allowance.policy()))
                    .put("text", text(where, statement.text(), statement.language()));
        }

        private ObjectNode examination(Examination examination, String where) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("of", personOf(examination.person()))
                    .put("by", personOf(examination.examiner()))
                    .put("date", DateShown.of(examination.date(), allowance.policy()))
                    .put("findings", text(where, examination.findings(), "und"));
        }

        private ObjectNode exhibit(Exhibit exhibit) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("id", exhibit.id())
                    .put("kind", Words.code(exhibit.kind()))
                    .put("captured", DateShown.of(exhibit.captured(), allowance.policy()));
        }

        private String personOf(String id) {
            return allowance.persons().stream()
                    .filter(person -> person.id().equals(id))
                    .findFirst()
                    .map(this::callable)
                    .orElse("");
        }

        private String text(String where, String text, String language) {
            var redacted = redactor.redact(
                    text, language, where, detector.detect(new CaseText(where, text, language)), allowance);
            redactions.addAll(redacted.redactions());
            return redacted.text();
        }
    }
}
