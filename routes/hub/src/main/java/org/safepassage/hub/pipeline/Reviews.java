package org.safepassage.hub.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.hub.pipeline.steps.CaseTexts;
import org.safepassage.hub.pipeline.steps.Proposal;
import org.safepassage.redact.reviews.LabelledLines;
import org.safepassage.redact.reviews.ReviewAnswer;
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.schemas.CaseFileVersion;

/// What redact found and suggests, from the working copies, for whoever reviews it. Thread-safe.
public final class Reviews {
    private final States states;
    private final StepBook book;
    private final WorkingCopies copies;
    private final CaseTexts texts;

    /// @param states say which attempt of an exchange counts
    /// @param book knows what redact proposed
    /// @param copies where records and texts are kept
    public Reviews(States states, StepBook book, WorkingCopies copies, CaseTexts texts) {
        this.states = states;
        this.book = book;
        this.copies = copies;
        this.texts = texts;
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

    /// The texts that a reviewer has finished, as labelled data. These lines hold words: they are identity.
    ///
    /// @param answers by the item's id; only these items are finished
    /// @throws NoSuchElementException as [#of], or when an item is no text of this version
    /// @throws IllegalArgumentException when an answer fits no mention
    public List<String> labels(CaseFileVersion version, String exchange, Map<String, List<ReviewAnswer>> answers)
            throws IOException {
        var records = of(version, exchange);
        var parts = texts.of(version, 0);
        var lines = new ArrayList<String>();
        for (var finished : answers.entrySet()) {
            var record = records.stream()
                    .filter(each -> each.kind() == ReviewRecord.Kind.TEXT)
                    .filter(each -> each.item().equals(finished.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException("no text of " + version + " has this id"));
            var text = parts.stream()
                    .map(CaseTexts.Part::text)
                    .filter(each -> each.id().equals(record.item()))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(record.item() + " was not read in the first round"));
            lines.add(LabelledLines.line(text, record, finished.getValue()));
        }
        return lines;
    }
}
