package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.Lessons;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.redact.check.CheckResult;
import org.safepassage.redact.check.CheckedFile;
import org.safepassage.redact.check.ExitCheck;
import org.safepassage.redact.check.Hit;
import org.safepassage.redact.recognisers.UnrecordedNames;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Decision;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Outcome;

/// Check: reads every byte of the assembled bag back, in another extractor than the one that made it, and
/// searches for everybody whom this recipient's decision does not permit. Any hit holds the consignment and says
/// where.
public final class Check {
    private final StepBook book;
    private final WorkingCopies copies;
    private final CaseTexts texts;
    private final Bags bags;
    private final RunningConfiguration configuration;
    private final Allowances allowances;
    private final Rereadings rereadings;
    private final Lessons lessons;
    private final ExitCheck exitCheck;

    /// @param rereadings say which texts are known by now
    /// @param lessons what reviewers said of the case
    /// @param exitCheck with an extractor of its own
    public Check(
            StepBook book,
            WorkingCopies copies,
            CaseTexts texts,
            Bags bags,
            RunningConfiguration configuration,
            Allowances allowances,
            Rereadings rereadings,
            Lessons lessons,
            ExitCheck exitCheck) {
        this.book = book;
        this.copies = copies;
        this.texts = texts;
        this.bags = bags;
        this.configuration = configuration;
        this.allowances = allowances;
        this.rereadings = rereadings;
        this.lessons = lessons;
        this.exitCheck = exitCheck;
    }

    /// Whether the parcel goes on.
    public boolean passes(@Body Parcel parcel) throws IOException {
        return book.once(parcel, Step.CHECK, () -> check(parcel));
    }

    private StepBook.Result check(Parcel parcel) throws IOException {
        var caseFile = copies.get(book.getResult(parcel, Step.NORMALISE), CaseFile.class);
        var decision = copies.get(book.getResult(parcel, Step.DECIDE), Decision.class);
        var policy = allowances.policy(decision);
        if (policy.isEmpty())
            return StepBook.Result.of(new Outcome.Held(HoldReason.POLICY_INVALID, "policy " + decision.policy()));
        var allowance = allowances.of(
                caseFile,
                decision,
                policy.get(),
                configuration.now().exchange(parcel.exchange()).recipient());
        var bag = bags.assemble(parcel);
        var words = copies.get(book.getResult(parcel, Step.REDACT), Proposal.class).renditions().stream()
                .collect(Collectors.toMap(
                        rendition -> "data/renditions/" + rendition.path(), Proposal.RenditionCopy::words));
        var files = bag.files().stream()
                .map(file -> new CheckedFile(file.path(), file.content(), words.getOrDefault(file.path(), List.of())))
                .toList();
        return switch (exitCheck.check(
                files,
                caseFile,
                allowance,
                unrecorded(parcel),
                lessons.of(parcel.caseFile().caseFile()))) {
            case CheckResult.Clean clean ->
                StepBook.Result.passed()
                        .with("files", String.valueOf(clean.files()))
                        .with("bytes", String.valueOf(clean.bytes()))
                        .with("payload", bag.payloadDigest());
            case CheckResult.Leaks leaks ->
                StepBook.Result.of(new Outcome.Held(
                                HoldReason.IDENTITY_REMAINS,
                                leaks.hits().stream()
                                        .map(Check::told)
                                        .distinct()
                                        .limit(5)
                                        .collect(Collectors.joining("; "))))
                        .with("hits", String.valueOf(leaks.hits().size()));
            case CheckResult.Unreadable unreadable ->
                StepBook.Result.of(new Outcome.Held(
                        unreadable.lacksRecognition() ? HoldReason.OCR_MISSING : HoldReason.CHECK_UNREADABLE,
                        unreadable.file() + ": " + unreadable.why()));
        };
    }

    private static String told(Hit hit) {
        return hit.file() + " " + hit.place() + " " + hit.type();
    }

    /// Names that the texts give of persons whom the record does not name.
    private Set<String> unrecorded(Parcel parcel) throws IOException {
        int round = rereadings.roundOf(parcel);
        var shared = new Parcel(parcel.caseFile(), "", 1, round);
        var detected = copies.get(book.getResult(shared, Step.DETECT), Detect.Mentions.class);
        var mentions = detected.byText();
        var names = new HashSet<String>();
        for (CaseTexts.Part part : texts.of(parcel.caseFile(), round)) {
            names.addAll(UnrecordedNames.in(
                    part.text().text(), mentions.getOrDefault(part.text().id(), List.of())));
        }
        detected.scans()
                .forEach((exhibit, scan) -> scan.texts(exhibit, "und")
                        .forEach(page -> names.addAll(
                                UnrecordedNames.in(page.text(), mentions.getOrDefault(page.id(), List.of())))));
        return names;
    }
}
