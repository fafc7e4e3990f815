package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.camel.Body;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.Supplements;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.Mention;

/// Detect: finds every identity in every text of a version, and in what its pictures and scans show, once for all
/// recipients. Afterwards the way parts, one
/// parcel for each exchange that is still under way.
public final class Detect {
    private final StepBook book;
    private final WorkingCopies copies;
    private final CaseTexts texts;
    private final States states;
    private final Rereadings rereadings;
    private final Supplements supplements;
    private final MentionSearch search;
    private final PixelSearch pixelSearch;

    /// @param rereadings of exhibits that were held
    /// @param supplements that bring them
    /// @param search finds mentions in texts
    /// @param pixelSearch looks at pictures, scans and videos
    public Detect(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            States states,
            Rereadings rereadings,
            Supplements supplements,
            MentionSearch search,
            PixelSearch pixelSearch) {
        this.book = book;
        this.copies = copies;
        this.texts = texts;
        this.states = states;
        this.rereadings = rereadings;
        this.supplements = supplements;
        this.search = search;
        this.pixelSearch = pixelSearch;
    }

    /// What was found in a version.
    ///
    /// @param byText mentions, by the texts' ids; the pages of scans have texts of their own
    /// @param pictures what came of the pictures, by the exhibits' ids
    /// @param scans what came of the scans, by the exhibits' ids
    /// @param videos what came of the videos, by the exhibits' ids
    public record Mentions(
            Map<String, List<Mention>> byText,
            Map<String, PictureSearch.Found> pictures,
            Map<String, ScanSearch.Found> scans,
            Map<String, VideoSearch.Found> videos) {
        public Mentions {
            // Versions that were searched before pictures, scans and videos were have none.
            pictures = Map.copyOf(Objects.requireNonNullElse(pictures, Map.of()));
            scans = Map.copyOf(Objects.requireNonNullElse(scans, Map.of()));
            videos = Map.copyOf(Objects.requireNonNullElse(videos, Map.of()));
        }

        /// The mentions on each page of a scan.
        List<List<Mention>> onPages(String exhibit, ScanSearch.Found scan) {
            return IntStream.rangeClosed(1, scan.pages().size())
                    .mapToObj(page -> byText.getOrDefault(ScanSearch.textId(exhibit, page), List.of()))
                    .toList();
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
            return StepBook.Result.passed(before(parcel));
        }
        var caseFile = copies.get(book.getResult(parcel, Step.NORMALISE), CaseFile.class);
        var parts = texts.of(parcel.caseFile(), parcel.supplement());
        var pixels = parcel.follows()
                ? pixelSearch.again(parcel.caseFile(), caseFile, parts, readable, earlier(parcel))
                : pixelSearch.first(parcel.caseFile(), caseFile, parts);
        var byText = search.search(caseFile, parts, pixels.scans());
        long count = byText.values().stream().mapToLong(List::size).sum();
        var result = StepBook.Result.passed(
                        copies.keep(new Mentions(byText, pixels.pictures(), pixels.scans(), pixels.videos())))
                .with("texts", String.valueOf(parts.size()))
                .with("mentions", String.valueOf(count))
                .with("pictures", String.valueOf(pixels.pictures().size()))
                .with("scans", String.valueOf(pixels.scans().size()))
                .with("videos", String.valueOf(pixels.videos().size()));
        if (!parcel.follows()) return result.writing(() -> pixelSearch.hold(parcel.caseFile(), pixels));
        var released = pixels.shown(caseFile, readable, parts);
        return result.with("released", String.valueOf(released.size())).writing(() -> {
            pixelSearch.hold(parcel.caseFile(), pixels);
            rereadings.release(parcel, released);
            supplements.openDue(parcel.caseFile());
        });
    }

    private Mentions earlier(Parcel parcel) throws IOException {
        return copies.get(before(parcel), Mentions.class);
    }

    /// What the round before gave.
    private String before(Parcel parcel) {
        return book.getResult(new Parcel(parcel.caseFile(), "", 1, parcel.supplement() - 1), Step.DETECT);
    }
}
