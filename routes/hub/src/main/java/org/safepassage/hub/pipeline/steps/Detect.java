package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Supplements;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.redact.Detector;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Mention;

/// Detect: finds every identity in every text of a version, once for all recipients. Afterwards the way parts, one
/// parcel for each exchange that is still under way.
public final class Detect {
    private final StepBook book;
    private final WorkingCopies copies;
    private final CaseTexts texts;
    private final States states;
    private final Rereadings rereadings;
    private final Supplements supplements;
    private final Detector detector;

    /// @param rereadings of exhibits that were held
    /// @param supplements that bring them
    /// @param detector all recognisers
    public Detect(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            States states,
            Rereadings rereadings,
            Supplements supplements,
            Detector detector) {
        this.book = book;
        this.copies = copies;
        this.texts = texts;
        this.states = states;
        this.rereadings = rereadings;
        this.supplements = supplements;
        this.detector = detector;
    }

    /// The mentions of a version's texts, by the texts' ids.
    public record Mentions(Map<String, List<Mention>> byText) {
        @Override
        public String toString() {
            return "Mentions[" + byText.size() + " texts]";
        }
    }

    /// Whether the parcel goes on.
    public boolean passes(@Body Parcel parcel) throws IOException {
        return book.once(parcel, Step.DETECT, () -> detect(parcel));
    }

    /// The parcel once for each exchange; of a round of reading again, the supplements that came of it.
    public List<Parcel> oneForEachExchange(@Body Parcel parcel) {
        if (parcel.follows()) return supplements.ofRound(parcel);
        return states.of(parcel.caseFile()).stream()
                .filter(standing -> standing.state() == ExchangeState.UNDER_WAY)
                .map(standing -> parcel.in(standing.exchange(), standing.attempt()))
                .toList();
    }

    private StepBook.Result detect(Parcel parcel) throws IOException {
        var readable = rereadings.readable(parcel);
        if (parcel.follows() && readable.isEmpty()) {
            // Nothing has changed since the round before.
            var before = new Parcel(parcel.caseFile(), "", 1, parcel.supplement() - 1);
            return StepBook.Result.passed(book.getResult(before, Step.DETECT));
        }
        var caseFile = copies.get(book.getResult(parcel, Step.NORMALISE), CaseFile.class);
        var parts = texts.of(parcel.caseFile(), parcel.supplement());
        var found = detector.forCase(KnownToCase.of(caseFile))
                .detect(parts.stream().map(CaseTexts.Part::text).toList());
        var byText = new TreeMap<String, List<Mention>>();
        for (int i = 0; i < parts.size(); i++) byText.put(parts.get(i).text().id(), found.get(i));
        long count = found.stream().mapToLong(List::size).sum();
        var result = StepBook.Result.passed(copies.keep(new Mentions(byText)))
                .with("texts", String.valueOf(parts.size()))
                .with("mentions", String.valueOf(count));
        if (!parcel.follows()) return result;
        var released = shown(caseFile, readable, parts);
        return result.with("released", String.valueOf(released.size())).writing(() -> {
            rereadings.release(parcel, released);
            supplements.openDue(parcel.caseFile());
        });
    }

    /// Those of the exhibits that can be shown.
    private static List<String> shown(CaseFile caseFile, Set<String> exhibits, List<CaseTexts.Part> parts) {
        return caseFile.exhibits().stream()
                .filter(exhibit -> exhibits.contains(exhibit.id()))
                .filter(exhibit -> Withholding.of(
                                exhibit,
                                parts.stream()
                                        .filter(part -> part.exhibit().equals(exhibit.id()))
                                        .map(CaseTexts.Part::extraction)
                                        .toList())
                        .isEmpty())
                .map(Exhibit::id)
                .toList();
    }
}
