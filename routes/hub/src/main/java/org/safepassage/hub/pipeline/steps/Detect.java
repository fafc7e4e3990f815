package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.safepassage.hub.ledger.Holds;
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
import org.safepassage.schemas.Extraction;
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
    private final PictureSearch pictures;
    private final Holds holds;

    /// @param rereadings of exhibits that were held
    /// @param supplements that bring them
    /// @param detector all recognisers
    /// @param pictures finds faces and words in photographs
    /// @param holds keep pictures that are in doubt
    public Detect(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            States states,
            Rereadings rereadings,
            Supplements supplements,
            Detector detector,
            PictureSearch pictures,
            Holds holds) {
        this.book = book;
        this.copies = copies;
        this.texts = texts;
        this.states = states;
        this.rereadings = rereadings;
        this.supplements = supplements;
        this.detector = detector;
        this.pictures = pictures;
        this.holds = holds;
    }

    /// What was found in a version.
    ///
    /// @param byText mentions, by the texts' ids
    /// @param pictures what came of the pictures, by the exhibits' ids
    public record Mentions(Map<String, List<Mention>> byText, Map<String, PictureSearch.Found> pictures) {
        public Mentions {
            // Versions that were searched before pictures were have none.
            pictures = Map.copyOf(Objects.requireNonNullElse(pictures, Map.of()));
        }

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
        var shots = pictures(parcel, caseFile, parts, readable);
        var result = StepBook.Result.passed(copies.keep(new Mentions(byText, shots)))
                .with("texts", String.valueOf(parts.size()))
                .with("mentions", String.valueOf(count))
                .with("pictures", String.valueOf(shots.size()));
        if (!parcel.follows()) return result.writing(() -> hold(parcel, shots));
        var released = shown(caseFile, readable, parts, shots);
        return result.with("released", String.valueOf(released.size())).writing(() -> {
            hold(parcel, shots);
            rereadings.release(parcel, released);
            supplements.openDue(parcel.caseFile());
        });
    }

    /// Pictures are searched in the first round, and after it those that can be read now.
    private Map<String, PictureSearch.Found> pictures(
            Parcel parcel, CaseFile caseFile, List<CaseTexts.Part> parts, Set<String> readable) throws IOException {
        var found = new TreeMap<String, PictureSearch.Found>();
        if (parcel.follows()) {
            var before = new Parcel(parcel.caseFile(), "", 1, parcel.supplement() - 1);
            found.putAll(copies.get(book.getResult(before, Step.DETECT), Mentions.class)
                    .pictures());
        }
        for (Exhibit exhibit : caseFile.exhibits()) {
            boolean due = !parcel.follows() || readable.contains(exhibit.id());
            if (due && Withholding.isPicture(exhibit, document(exhibit, parts)))
                pictures.search(parcel.caseFile(), exhibit.id()).ifPresent(shot -> found.put(exhibit.id(), shot));
        }
        return found;
    }

    private void hold(Parcel parcel, Map<String, PictureSearch.Found> shots) {
        var version = new Parcel(parcel.caseFile(), "", 1);
        shots.forEach((exhibit, shot) -> {
            var reason = shot.held();
            if (reason != null) holds.open(version, Step.DETECT, exhibit, reason, shot.place(exhibit));
        });
    }

    private static List<Extraction> document(Exhibit exhibit, List<CaseTexts.Part> parts) {
        return parts.stream()
                .filter(part -> part.exhibit().equals(exhibit.id()))
                .map(CaseTexts.Part::extraction)
                .toList();
    }

    /// Those of the exhibits that can be shown.
    private static List<String> shown(
            CaseFile caseFile,
            Set<String> exhibits,
            List<CaseTexts.Part> parts,
            Map<String, PictureSearch.Found> pictures) {
        return caseFile.exhibits().stream()
                .filter(exhibit -> exhibits.contains(exhibit.id()))
                .filter(exhibit -> Withholding.of(exhibit, document(exhibit, parts), pictures.get(exhibit.id()))
                        .isEmpty())
                .map(Exhibit::id)
                .toList();
    }
}
