package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Step;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.Extraction;

/// Looks at the exhibits of a version that are no texts: photographs, pages that are pictures of print, films. What
/// is in doubt is held.
public final class PixelSearch {
    private final PictureSearch pictures;
    private final ScanSearch scans;
    private final VideoSearch videos;
    private final Holds holds;

    /// @param pictures finds faces and words in photographs
    /// @param scans reads pages that are pictures of print
    /// @param videos finds faces and words in films
    /// @param holds keep pictures, scans and videos that are in doubt
    public PixelSearch(PictureSearch pictures, ScanSearch scans, VideoSearch videos, Holds holds) {
        this.pictures = pictures;
        this.scans = scans;
        this.videos = videos;
        this.holds = holds;
    }

    /// What came of pictures, scans and videos, by the exhibits' ids.
    record Pixels(
            Map<String, PictureSearch.Found> pictures,
            Map<String, ScanSearch.Found> scans,
            Map<String, VideoSearch.Found> videos) {
        /// Those of the exhibits that can be shown.
        List<String> shown(CaseFile caseFile, Set<String> exhibits, List<CaseTexts.Part> parts) {
            return caseFile.exhibits().stream()
                    .filter(exhibit -> exhibits.contains(exhibit.id()))
                    .filter(exhibit -> Withholding.of(
                                    exhibit,
                                    document(exhibit, parts),
                                    pictures.get(exhibit.id()),
                                    scans.get(exhibit.id()),
                                    videos.get(exhibit.id()))
                            .isEmpty())
                    .map(Exhibit::id)
                    .toList();
        }
    }

    /// In the first round all are searched.
    Pixels first(CaseFileVersion version, CaseFile caseFile, List<CaseTexts.Part> parts) throws IOException {
        var found = new Pixels(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (Exhibit exhibit : caseFile.exhibits()) search(version, exhibit, document(exhibit, parts), found);
        return found;
    }

    /// After the first round those are searched that can be read now; of the others it stays as it was.
    Pixels again(
            CaseFileVersion version,
            CaseFile caseFile,
            List<CaseTexts.Part> parts,
            Set<String> readable,
            Detect.Mentions earlier)
            throws IOException {
        var found = new Pixels(
                new TreeMap<>(earlier.pictures()), new TreeMap<>(earlier.scans()), new TreeMap<>(earlier.videos()));
        for (Exhibit exhibit : caseFile.exhibits()) {
            if (readable.contains(exhibit.id())) search(version, exhibit, document(exhibit, parts), found);
        }
        return found;
    }

    private void search(CaseFileVersion version, Exhibit exhibit, List<Extraction> document, Pixels found)
            throws IOException {
        if (Withholding.isScan(exhibit, document)) {
            scans.search(version, exhibit.id()).ifPresent(scan -> found.scans().put(exhibit.id(), scan));
        } else if (Withholding.isLayoutBound(exhibit, document)) {
            // One that is in doubt is set anew from its text.
            scans.search(version, exhibit.id())
                    .flatMap(scan -> scan.agreeing(document.getFirst().text()))
                    .ifPresent(scan -> found.scans().put(exhibit.id(), scan));
        } else if (Withholding.isPicture(exhibit, document)) {
            pictures.search(version, exhibit.id())
                    .ifPresent(shot -> found.pictures().put(exhibit.id(), shot));
        } else if (Withholding.isVideo(document)) {
            videos.search(version, exhibit.id())
                    .ifPresent(film -> found.videos().put(exhibit.id(), film));
        }
    }

    /// Holds what is in doubt.
    void hold(CaseFileVersion caseFile, Pixels pixels) {
        var version = new Parcel(caseFile, "", 1);
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

    private static List<Extraction> document(Exhibit exhibit, List<CaseTexts.Part> parts) {
        return parts.stream()
                .filter(part -> part.exhibit().equals(exhibit.id()))
                .map(CaseTexts.Part::extraction)
                .toList();
    }
}
