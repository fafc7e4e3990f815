package org.safepassage.hub.pipeline;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safepassage.hub.ledger.Lessons;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.hub.pipeline.steps.CaseTexts;
import org.safepassage.hub.pipeline.steps.Proposal;
import org.safepassage.redact.CaseKnowledge;
import org.safepassage.redact.CaseText;
import org.safepassage.redact.reviews.LabelledLines;
import org.safepassage.redact.reviews.ReviewAnswer;
import org.safepassage.redact.reviews.ReviewLessons;
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.CustodyEntry;
import org.safepassage.schemas.Person;
import org.springframework.transaction.support.TransactionTemplate;

/// What redact found and suggests, from the working copies, for whoever reviews it, and what the answers teach.
/// Thread-safe.
public final class Reviews {
    private final States states;
    private final StepBook book;
    private final WorkingCopies copies;
    private final CaseTexts texts;
    private final Lessons lessons;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /// @param states say which attempt of an exchange counts
    /// @param book knows what redact proposed
    /// @param copies where records and texts are kept
    /// @param lessons take what answers teach
    /// @param transaction over the ledger
    /// @param clock tells when
    public Reviews(
            States states,
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            Lessons lessons,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.states = states;
        this.book = book;
        this.copies = copies;
        this.texts = texts;
        this.lessons = lessons;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The records of a case file version in one exchange: places, types and ids, no words.
    ///
    /// @throws NoSuchElementException when nothing of it is redacted for that exchange
    public List<ReviewRecord> of(CaseFileVersion version, String exchange) throws IOException {
        var parcel = states.of(version).stream()
                .filter(standing -> standing.exchange().equals(exchange))
                .map(standing -> new Parcel(version, exchange, standing.attempt()))
                .filter(found -> book.hasPassed(found, Step.REDACT))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nothing of " + version
                        + " is redacted for that exchange: deploy/hub held says what stops it"));
        String digest =
                copies.get(book.getResult(parcel, Step.REDACT), Proposal.class).reviews();
        return digest.isEmpty()
                ? List.of()
                : copies.get(digest, Proposal.Reviews.class).records();
    }

    /// Takes what a reviewer answers as knowledge of the case: from the next redaction on, the hub searches all texts
    /// of
    /// the case for it, and so does the exit check.
    ///
    /// @param answers by the item's id
    /// @throws NoSuchElementException as [#of], or when an item is no text of this version
    /// @throws IllegalArgumentException when an answer fits no mention or names nobody of the record
    public Learned answer(CaseFileVersion version, String exchange, Map<String, List<ReviewAnswer>> answers)
            throws IOException {
        var records = of(version, exchange);
        requireRecorded(version, answers);
        var said = CaseKnowledge.NONE;
        for (var finished : answers.entrySet()) {
            var record = record(version, records, finished.getKey());
            said = said.and(ReviewLessons.of(text(version, record), record, finished.getValue()));
        }
        var taught = said;
        if (!taught.isEmpty()) transaction.executeWithoutResult(tx -> write(version, exchange, taught));
        return new Learned(
                taught.names().size()
                        + taught.strangers().size()
                        + taught.values().size(),
                taught.nobody().size());
    }

    /// What an answer came to.
    ///
    /// @param sought persons, strangers and values that are sought from now on
    /// @param nobody words that are nobody's name from now on
    public record Learned(int sought, int nobody) {}

    private void write(CaseFileVersion version, String exchange, CaseKnowledge said) {
        int number = lessons.add(version, exchange, said);
        var facts = new TreeMap<>(Map.of("exchange", exchange, "lesson", String.valueOf(number)));
        book.append(
                new CustodyEntry(version.toString(), Step.REVIEW.word(), "operator", clock.instant(), facts),
                "lesson/" + version.caseFile() + "/" + number);
    }

    private void requireRecorded(CaseFileVersion version, Map<String, List<ReviewAnswer>> answers) throws IOException {
        var caseFile = copies.get(book.getResult(new Parcel(version, "", 1), Step.NORMALISE), CaseFile.class);
        var recorded = caseFile.persons().stream().map(Person::id).collect(Collectors.toSet());
        for (var finished : answers.entrySet()) {
            for (int i = 0; i < finished.getValue().size(); i++) {
                String person = finished.getValue().get(i).person();
                if (person != null && !recorded.contains(person))
                    throw new IllegalArgumentException("answer " + (i + 1) + " for " + finished.getKey()
                            + " names nobody of the record; its persons are " + new TreeSet<>(recorded));
            }
        }
    }

    /// The texts that a reviewer has finished, as labelled data. These lines hold words: they are identity.
    ///
    /// @param answers by the item's id; only these items are finished
    /// @throws NoSuchElementException as [#of], or when an item is no text of this version
    /// @throws IllegalArgumentException when an answer fits no mention
    public List<String> labels(CaseFileVersion version, String exchange, Map<String, List<ReviewAnswer>> answers)
            throws IOException {
        var records = of(version, exchange);
        var lines = new ArrayList<String>();
        for (var finished : answers.entrySet()) {
            var record = record(version, records, finished.getKey());
            lines.add(LabelledLines.line(text(version, record), record, finished.getValue()));
        }
        return lines;
    }

    private static ReviewRecord record(CaseFileVersion version, List<ReviewRecord> records, String item) {
        return records.stream()
                .filter(each -> each.kind() == ReviewRecord.Kind.TEXT)
                .filter(each -> each.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no text of " + version + " has this id"));
    }

    private CaseText text(CaseFileVersion version, ReviewRecord record) throws IOException {
        return texts.of(version, 0).stream()
                .map(CaseTexts.Part::text)
                .filter(each -> each.id().equals(record.item()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(record.item() + " was not read in the first round"));
    }
}
