package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
    private final Detector detector;
    private final PictureSearch pictures;
    private final ScanSearch scans;
    private final VideoSearch videos;
    private final Holds holds;

    /// @param rereadings of exhibits that were held
    /// @param supplements that bring them
    /// @param detector all recognisers
    /// @param pictures finds faces and words in photographs
    /// @param scans reads pages that are pictures of print
    /// @param videos finds faces and words in films
    /// @param holds keep pictures, scans and videos that are in doubt
    public Detect(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            States states,
            Rereadings rereadings,
            Supplements supplements,
            Detector detector,
            PictureSearch pictures,
            ScanSearch scans,
            VideoSearch videos,
            Holds holds) {
        this.book = book;
        this.copies = copies;
        this.texts = texts;
        this.states = states;
        this.rereadings = rereadings;
        this.supplements = supplements;
        this.detector = detector;
        this.pictures = pictures;
        this.scans = scans;
        this.videos = videos;
        this.holds = holds;
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
            var before = new Parcel(parcel.caseFile(), "", 1, parcel.supplement() - 1);
            return StepBook.Result.passed(book.getResult(before, Step.DETECT));
        }
        var caseFile = copies.get(book.getResult(parcel, Step.NORMALISE), CaseFile.class);
        var parts = texts.of(parcel.caseFile(), parcel.supplement());
        var pixels = pixels(parcel, caseFile, parts, readable);
        var searched = new ArrayList<>(parts.stream().map(CaseTexts.Part::text).toList());
        pixels.scans().forEach((exhibit, scan) -> searched.addAll(scan.texts(exhibit, language(exhibit, parts))));
        var found = detector.forCase(KnownToCase.of(caseFile)).detect(searched);
        var byText = new TreeMap<String, List<Mention>>();
        for (int i = 0; i < searched.size(); i++) byText.put(searched.get(i).id(), found.get(i));
        long count = found.stream().mapToLong(List::size).sum();
        var result = StepBook.Result.passed(
                        copies.keep(new Mentions(byText, pixels.pictures(), pixels.scans(), pixels.videos())))
                .with("texts", String.valueOf(parts.size()))
                .with("mentions", String.valueOf(count))
                .with("pictures", String.valueOf(pixels.pictures().size()))
                .with("scans", String.valueOf(pixels.scans().size()))
                .with("videos", String.valueOf(pixels.videos().size()));
        if (!parcel.follows()) return result.writing(() -> hold(parcel, pixels));
        var released = shown(caseFile, readable, parts, pixels);
        return result.with("released", String.valueOf(released.size())).writing(() -> {
            hold(parcel, pixels);
            rereadings.release(parcel, released);
            supplements.openDue(parcel.caseFile());
        });
    }

    private record Pixels(
            Map<String, PictureSearch.Found> pictures,
            Map<String, ScanSearch.Found> scans,
            Map<String, VideoSearch.Found> videos) {}

    /// Pictures, scans and videos are searched in the first round, and after it those that can be read now.
    private Pixels pixels(Parcel parcel, CaseFile caseFile, List<CaseTexts.Part> parts, Set<String> readable)
            throws IOException {
        var found = new Pixels(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        if (parcel.follows()) {
            var before = new Parcel(parcel.caseFile(), "", 1, parcel.supplement() - 1);
            var earlier = copies.get(book.getResult(before, Step.DETECT), Mentions.class);
            found.pictures().putAll(earlier.pictures());
            found.scans().putAll(earlier.scans());
            found.videos().putAll(earlier.videos());
        }
        for (Exhibit exhibit : caseFile.exhibits()) {
            if (parcel.follows() && !readable.contains(exhibit.id())) continue;
            var document = document(exhibit, parts);
            if (Withholding.isScan(exhibit, document)) {
                scans.search(parcel.caseFile(), exhibit.id())
                        .ifPresent(scan -> found.scans().put(exhibit.id(), scan));
            } else if (Withholding.isPicture(exhibit, document)) {
                pictures.search(parcel.caseFile(), exhibit.id())
                        .ifPresent(shot -> found.pictures().put(exhibit.id(), shot));
            } else if (Withholding.isVideo(document)) {
                videos.search(parcel.caseFile(), exhibit.id())
                        .ifPresent(film -> found.videos().put(exhibit.id(), film));
            }
        }
        return found;
    }

    private void hold(Parcel parcel, Pixels pixels) {
        var version = new Parcel(parcel.caseFile(), "", 1);
        pixels.pictures().forEach((exhibit, shot) -> {
            var reason = shot.held();
            if (reason != null) holds.open(version, Step.DETECT, exhibit, reason, shot.place(exhibit));
        });
        pixels.scans().forEach((exhibit, scan) -> {
            var reason = scan.held();
            if (reason != null) holds.open(version, Step.DETECT, exhibit, reason, scan.place());
        });
        pixels.videos().forEach((exhibit, film) -> {
            var reason = film.held();
            if (reason != null) holds.open(version, Step.DETECT, exhibit, reason, film.place(exhibit));
        });
    }

    private static String language(String exhibit, List<CaseTexts.Part> parts) {
        return parts.stream()
                .filter(part -> part.exhibit().equals(exhibit))
                .findFirst()
                .map(part -> part.text().language())
                .orElse("und");
    }

    private static List<Extraction> document(Exhibit exhibit, List<CaseTexts.Part> parts) {
        return parts.stream()
                .filter(part -> part.exhibit().equals(exhibit.id()))
                .map(CaseTexts.Part::extraction)
                .toList();
    }

    /// Those of the exhibits that can be shown.
    private static List<String> shown(
            CaseFile caseFile, Set<String> exhibits, List<CaseTexts.Part> parts, Pixels pixels) {
        return caseFile.exhibits().stream()
                .filter(exhibit -> exhibits.contains(exhibit.id()))
                .filter(exhibit -> Withholding.of(
                                exhibit,
                                document(exhibit, parts),
                                pixels.pictures().get(exhibit.id()),
                                pixels.scans().get(exhibit.id()),
                                pixels.videos().get(exhibit.id()))
                        .isEmpty())
                .map(Exhibit::id)
                .toList();
    }
}
