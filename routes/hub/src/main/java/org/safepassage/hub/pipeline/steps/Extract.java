package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.safepassage.connectors.Item;
import org.safepassage.evidence.vault.Vault;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.CaseFiles.ExhibitRow;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.schemas.Content;
import org.safepassage.schemas.Extraction;
import org.safepassage.schemas.HoldReason;
import org.springframework.transaction.support.TransactionTemplate;

/// Extract: reads every exhibit of a version in the killable extractor. What one exhibit cannot give is a hold of
/// that exhibit alone. Each exhibit's result is kept as soon as it is there, so a crash resumes at the next one.
public final class Extract {
    /// The extractor's words for pages that nobody recognised: Tesseract is missing, or switched off.
    private static final Pattern UNRECOGNISED = Pattern.compile("\\bocr-(missing|off)\\b");

    private final StepBook book;
    private final CaseFiles caseFiles;
    private final Rereadings rereadings;
    private final Holds holds;
    private final TransactionTemplate transaction;
    private final Vault originals;
    private final WorkingCopies copies;
    private final Reading reading;

    /// The extractor, as this step needs it.
    public interface Reading {
        /// Reads a document. `name` tells only its ending.
        ///
        /// @throws IOException when the extractor itself is not available now
        Extraction read(Content content, String name) throws IOException;
    }

    /// @param rereadings of exhibits that were held
    /// @param transaction over the ledger
    /// @param originals where exhibits are sealed
    /// @param copies where results are kept
    /// @param reading the extractor
    public Extract(
            StepBook book,
            CaseFiles caseFiles,
            Rereadings rereadings,
            Holds holds,
            TransactionTemplate transaction,
            Vault originals,
            WorkingCopies copies,
            Reading reading) {
        this.book = book;
        this.caseFiles = caseFiles;
        this.rereadings = rereadings;
        this.holds = holds;
        this.transaction = transaction;
        this.originals = originals;
        this.copies = copies;
        this.reading = reading;
    }

    /// Whether the parcel goes on.
    public boolean passes(@Body Parcel parcel) throws IOException {
        if (!parcel.follows()) return book.once(parcel, Step.EXTRACT, () -> extract(parcel));
        transaction.executeWithoutResult(tx -> rereadings.begin(parcel));
        return book.once(parcel, Step.EXTRACT, () -> extractAgain(parcel));
    }

    private StepBook.Result extract(Parcel parcel) throws IOException {
        for (ExhibitRow exhibit : caseFiles.exhibits(parcel.caseFile())) {
            var digest = exhibit.sha256();
            if (exhibit.part() != Item.Part.EXHIBIT || digest == null || exhibit.extractionDigest() != null) continue;
            var extraction = read(exhibit, digest);
            caseFiles.extracted(
                    parcel.caseFile(),
                    exhibit.exhibit(),
                    code(extraction.status()),
                    extraction.mediaType(),
                    extraction.pages(),
                    copies.keep(extraction));
        }
        var exhibits = caseFiles.exhibits(parcel.caseFile());
        long read = exhibits.stream()
                .filter(exhibit -> exhibit.extractionDigest() != null)
                .count();
        return StepBook.Result.passed()
                .with("exhibits", String.valueOf(read))
                .writing(() -> holdUnread(parcel, exhibits));
    }

    private Extraction read(ExhibitRow exhibit, String digest) throws IOException {
        return reading.read(originals.content(digest), exhibit.exhibit() + ending(exhibit.path()));
    }

    private void holdUnread(Parcel parcel, Iterable<ExhibitRow> exhibits) {
        for (ExhibitRow exhibit : exhibits) {
            if (exhibit.part() == Item.Part.EXHIBIT) hold(parcel, exhibit.exhibit(), holdReason(exhibit));
        }
    }

    private void hold(Parcel parcel, String exhibit, Optional<HoldReason> reason) {
        reason.ifPresentOrElse(
                why -> holds.open(parcel, Step.EXTRACT, exhibit, why, "exhibit " + exhibit),
                () -> holds.clearExhibit(parcel.caseFile(), exhibit));
    }

    /// Reads the exhibits of a round; what nothing holds any more is noted and loses its hold, the others keep
    /// theirs.
    private StepBook.Result extractAgain(Parcel parcel) throws IOException {
        var round = rereadings.exhibits(parcel);
        var found = new LinkedHashMap<String, Extraction>();
        for (ExhibitRow exhibit : caseFiles.exhibits(parcel.caseFile())) {
            var digest = exhibit.sha256();
            if (!round.containsKey(exhibit.exhibit()) || digest == null) continue;
            var before = round.get(exhibit.exhibit());
            if (before != null && before.isPresent()) {
                found.put(exhibit.exhibit(), copies.get(before.get(), Extraction.class));
                continue;
            }
            var extraction = read(exhibit, digest);
            rereadings.found(parcel, exhibit.exhibit(), copies.keep(extraction));
            found.put(exhibit.exhibit(), extraction);
        }
        long readable = found.values().stream()
                .filter(extraction -> holdReason(extraction).isEmpty())
                .count();
        return StepBook.Result.passed()
                .with("exhibits", String.valueOf(found.size()))
                .with("readable", String.valueOf(readable))
                .writing(() -> found.forEach((exhibit, extraction) -> settle(parcel, exhibit, extraction)));
    }

    private void settle(Parcel parcel, String exhibit, Extraction extraction) {
        var reason = holdReason(extraction);
        hold(new Parcel(parcel.caseFile(), "", 1), exhibit, reason);
        if (reason.isPresent()) return;
        rereadings.readable(parcel, exhibit);
        caseFiles.reread(
                parcel.caseFile(), exhibit, code(extraction.status()), extraction.mediaType(), extraction.pages());
    }

    private Optional<HoldReason> holdReason(ExhibitRow exhibit) {
        if (exhibit.sha256() == null) return Optional.of(HoldReason.EXHIBIT_MISSING);
        var digest = exhibit.extractionDigest();
        if (digest == null) return Optional.empty();
        try {
            return holdReason(copies.get(digest, Extraction.class));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /// Why an exhibit that was read like this is held, if it is.
    public static Optional<HoldReason> holdReason(Extraction extraction) {
        return switch (extraction.status()) {
            case OK, PARTIAL, NO_TEXT ->
                isUnrecognised(extraction) ? Optional.of(HoldReason.OCR_MISSING) : Optional.empty();
            case ENCRYPTED -> Optional.of(HoldReason.EXHIBIT_ENCRYPTED);
            case CORRUPT -> Optional.of(HoldReason.EXHIBIT_CORRUPT);
            case TIMEOUT -> Optional.of(HoldReason.EXHIBIT_TIMEOUT);
            case CRASHED -> Optional.of(HoldReason.EXHIBIT_CRASHED);
            case TOO_LARGE -> Optional.of(HoldReason.EXHIBIT_TOO_LARGE);
        };
    }

    /// Whether pages of it, or of something embedded in it, wait for recognition.
    private static boolean isUnrecognised(Extraction extraction) {
        return UNRECOGNISED.matcher(extraction.reason()).find()
                || extraction.embedded().stream().anyMatch(embedded -> isUnrecognised(embedded.extraction()));
    }

    private static String ending(String path) {
        int dot = path.lastIndexOf('.');
        String ending = dot < 0 ? "" : path.substring(dot).toLowerCase(Locale.ROOT);
        return ending.matches("[.][a-z0-9]{1,8}") ? ending : "";
    }

    private static String code(Extraction.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
