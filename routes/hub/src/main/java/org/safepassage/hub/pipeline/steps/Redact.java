package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.redact.Redaction;
import org.safepassage.redact.policies.PixelRule;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.policies.Precision;
import org.safepassage.redact.renditions.CaseFileRedactor;
import org.safepassage.redact.renditions.RedactionReport;
import org.safepassage.redact.renditions.pictures.PictureRedactor;
import org.safepassage.redact.renditions.pictures.PictureReport;
import org.safepassage.redact.renditions.video.VideoRedactor;
import org.safepassage.redact.renditions.video.VideoReport;
import org.safepassage.redact.reviews.PictureReview;
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.redact.reviews.ScanReview;
import org.safepassage.redact.reviews.VideoReview;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Decision;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Outcome;
import org.safepassage.schemas.Withheld;

/// Redact: makes what this recipient may see of a version: the redacted case file, of every document that could be
/// read whole its redacted text, plain, as XHTML and as PDF, of scans their pages painted anew, and pictures and videos
/// without
/// their faces and words. What could not be read, and what is in doubt, is withheld and listed. A supplement holds the
/// case file again, so that it can be read by itself, and of the documents only those that its round released.
public final class Redact {
    private final StepBook book;
    private final WorkingCopies copies;
    private final CaseTexts texts;
    private final RunningConfiguration configuration;
    private final Allowances allowances;
    private final Rereadings rereadings;
    private final KeyRing keys;
    private final MentionSearch search;
    private final VideoSearch videoSearch;
    private final CaseFileRedactor caseFileRedactor = new CaseFileRedactor();
    private final PaperRenditions papers;

    /// @param allowances what each recipient may see
    /// @param rereadings say whose texts a parcel is made of
    /// @param keys make the reference under which the recipient knows the case
    /// @param search knows what reviewers said since the case was searched
    /// @param videoSearch puts sound beside videos where the policy lets it
    public Redact(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            RunningConfiguration configuration,
            Allowances allowances,
            Rereadings rereadings,
            KeyRing keys,
            MentionSearch search,
            VideoSearch videoSearch) {
        this.book = book;
        this.copies = copies;
        this.texts = texts;
        this.configuration = configuration;
        this.allowances = allowances;
        this.rereadings = rereadings;
        this.keys = keys;
        this.search = search;
        this.videoSearch = videoSearch;
        this.papers = new PaperRenditions(copies);
    }

    /// Whether the parcel goes on.
    public boolean passes(@Body Parcel parcel) throws IOException {
        return book.once(parcel, Step.REDACT, () -> redact(parcel));
    }

    private StepBook.Result redact(Parcel parcel) throws IOException {
        var caseFile = copies.get(book.getResult(parcel, Step.NORMALISE), CaseFile.class);
        var decision = copies.get(book.getResult(parcel, Step.DECIDE), Decision.class);
        Optional<Policy> policy = allowances.policy(decision);
        if (policy.isEmpty())
            return StepBook.Result.of(new Outcome.Held(HoldReason.POLICY_INVALID, "policy " + decision.policy()));
        String recipient = configuration.now().exchange(parcel.exchange()).recipient();
        var allowance = allowances.of(caseFile, decision, policy.get(), recipient);
        var redactions = new ArrayList<Redaction>();
        var shown = new ArrayList<Proposal.RenditionCopy>();
        var withheld = new ArrayList<Withheld>();
        var reviews = new ArrayList<ReviewRecord>();
        int round = rereadings.roundOf(parcel);
        var shared = new Parcel(parcel.caseFile(), "", 1, round);
        var read = texts.of(parcel.caseFile(), round);
        var detected = told(caseFile, read, copies.get(book.getResult(shared, Step.DETECT), Detect.Mentions.class));
        var parts = Read.byExhibit(read, detected.byText());
        var pictures = new TreeMap<String, PictureReport>();
        var videos = new TreeMap<String, VideoReport>();
        var released = rereadings.released(parcel);
        for (Exhibit exhibit : caseFile.exhibits()) {
            var document = parts.getOrDefault(exhibit.id(), List.of());
            var extractions = document.stream().map(Read::extraction).toList();
            var shot = detected.pictures().get(exhibit.id());
            var scan = detected.scans().get(exhibit.id());
            var film = detected.videos().get(exhibit.id());
            var reason = Withholding.of(exhibit, extractions, shot, scan, film);
            // A picture in doubt goes to nobody, and is just what a person has to look at.
            if (shot != null && shot.report() != null)
                reviews.add(PictureReview.of(
                        exhibit.id(), shot.report(), policy.get().name()));
            if (film != null && film.report() != null)
                reviews.add(
                        VideoReview.of(exhibit.id(), film.report(), policy.get().name()));
            boolean picture = Withholding.isPicture(exhibit, extractions);
            boolean video = Withholding.isVideo(extractions);
            boolean laidOut = Withholding.isLayoutBound(exhibit, extractions)
                    && policy.get().scans() == PixelRule.RELEASE;
            var painted = laidOut || Withholding.isScan(exhibit, extractions) ? scan : null;
            var onPages = painted == null ? List.<List<Mention>>of() : detected.onPages(exhibit.id(), painted);
            if (painted != null && !painted.pages().isEmpty())
                reviews.add(ScanReview.of(exhibit.id(), painted.pages(), onPages, allowance));
            if (reason.isEmpty()) reason = Withholding.byPolicy(policy.get(), exhibit, extractions);
            if (reason.isPresent()) {
                withheld.add(new Withheld(exhibit.id(), exhibit.kind(), mediaType(document), reason.get()));
                continue;
            }
            if (parcel.follows() && !released.contains(exhibit.id())) continue;
            if (picture && shot != null && shot.rendition() != null && shot.report() != null) {
                pictures.put(
                        exhibit.id(),
                        shot.report().withTaken(monthShown(shot.report().taken(), policy.get())));
                shown.add(new Proposal.RenditionCopy(
                        exhibit.id() + ".png", PictureRedactor.MEDIA_TYPE, shot.rendition()));
                continue;
            }
            if (video && film != null && film.rendition() != null && film.report() != null) {
                var heard = videoSearch.heard(
                        parcel.caseFile(),
                        exhibit.id(),
                        film.rendition(),
                        policy.get().voice());
                if (heard.isEmpty()) {
                    withheld.add(new Withheld(
                            exhibit.id(), exhibit.kind(), mediaType(document), HoldReason.VIDEO_SOUND_UNUSABLE));
                    continue;
                }
                videos.put(exhibit.id(), film.report());
                shown.add(new Proposal.RenditionCopy(exhibit.id() + ".mp4", VideoRedactor.MEDIA_TYPE, heard.get()));
                continue;
            }
            var paper = papers.of(exhibit.id(), document, painted, onPages, allowance);
            redactions.addAll(paper.redactions());
            shown.addAll(paper.shown());
            reviews.addAll(paper.reviews());
        }
        String reference = CaseReference.of(keys, recipient, parcel.caseFile().caseFile());
        var redacted = caseFileRedactor.redact(caseFile, allowance, reference, search.forCase(caseFile));
        redactions.addAll(redacted.redactions());
        // A supplement brings no rendition twice; the record comes along as JSON.
        if (!parcel.follows()) shown.add(papers.record(redacted));
        var proposal = new Proposal(
                copies.keep(redacted.json()),
                copies.keep(RedactionReport.of(policy.get().name(), redactions, pictures, videos)),
                shown,
                withheld,
                copies.keep(new Proposal.Reviews(reviews)));
        return StepBook.Result.passed(copies.keep(proposal))
                .with("renditions", String.valueOf(shown.size()))
                .with("withheld", String.valueOf(withheld.size()))
                .with("redactions", String.valueOf(redactions.size()))
                .writing(() -> {
                    if (!parcel.follows()) rereadings.takenAlong(parcel, round);
                });
    }

    /// What was found, and, where reviewers have said something of the case, what is found with that.
    private Detect.Mentions told(CaseFile caseFile, List<CaseTexts.Part> read, Detect.Mentions detected) {
        return search.knowledge(caseFile).isEmpty()
                ? detected
                : new Detect.Mentions(
                        search.search(caseFile, read, detected.scans()),
                        detected.pictures(),
                        detected.scans(),
                        detected.videos());
    }

    /// When a picture was taken, as far as the policy lets dates be told.
    private static @Nullable String monthShown(@Nullable String month, Policy policy) {
        if (month == null) return null;
        return switch (policy.action(Policy.UNLINKED, "DATE")) {
            case KEEP -> month;
            case GENERALISE -> policy.dates() == Precision.YEAR ? month.substring(0, 4) : month;
            case REMOVE, MASK, PSEUDONYM -> null;
        };
    }

    private static String mediaType(List<Read> document) {
        return document.isEmpty() ? "" : document.getFirst().extraction().mediaType();
    }
}
