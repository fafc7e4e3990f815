package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.safepassage.connectors.Item;
import org.safepassage.evidence.vault.Vault;
import org.safepassage.extract.records.RecordReader;
import org.safepassage.extract.records.RecordResult;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.CaseFiles.ExhibitRow;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Exhibit;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.NormalDate;
import org.safepassage.schemas.Outcome;

/// Normalise: turns the partner's record into a case file in the hub's own vocabulary and ties its exhibits to the
/// sealed originals by their path. A record that cannot be turned holds the version, naming the field and never its
/// value. Reading exhibits again leaves the case file as it is.
public final class Normalise {
    private final StepBook book;
    private final CaseFiles caseFiles;
    private final Vault originals;
    private final WorkingCopies copies;
    private final RunningConfiguration configuration;
    private final RecordReader reader;

    /// @param originals where the record is sealed
    /// @param configuration holds the mapping of each partner
    public Normalise(
            StepBook book,
            CaseFiles caseFiles,
            Vault originals,
            WorkingCopies copies,
            RunningConfiguration configuration,
            RecordReader reader) {
        this.book = book;
        this.caseFiles = caseFiles;
        this.originals = originals;
        this.copies = copies;
        this.configuration = configuration;
        this.reader = reader;
    }

    /// Whether the parcel goes on.
    public boolean passes(@Body Parcel parcel) throws IOException {
        return book.once(
                parcel,
                Step.NORMALISE,
                () -> parcel.follows()
                        ? StepBook.Result.passed(book.getResult(parcel.first(), Step.NORMALISE))
                        : normalise(parcel));
    }

    private StepBook.Result normalise(Parcel parcel) throws IOException {
        var version = parcel.caseFile();
        String digest = caseFiles.recordDigest(version);
        if (digest.isEmpty())
            return StepBook.Result.of(new Outcome.Held(HoldReason.RECORD_UNREADABLE, "the arrival has no record file"));
        byte[] record;
        try (var in = originals.content(digest).open()) {
            record = in.readNBytes(Seal.LARGEST_RECORD + 1);
        }
        String partner = caseFiles.partner(version);
        return switch (reader.read(record, configuration.state().mapping(partner), version, partner)) {
            case RecordResult.Invalid invalid ->
                StepBook.Result.of(new Outcome.Held(
                                HoldReason.RECORD_INVALID,
                                invalid.problems().getFirst().where() + " "
                                        + invalid.problems().getFirst().message()))
                        .with("problems", String.valueOf(invalid.problems().size()));
            case RecordResult.Valid valid ->
                StepBook.Result.passed(copies.keep(tied(valid.caseFile(), caseFiles.exhibits(version))));
        };
    }

    /// The case file with its exhibits as they were sealed: the record says what each shows, the arrival says what
    /// there is. A file that the record does not name comes along as `other`; one that it names in vain has no
    /// digest.
    private static CaseFile tied(CaseFile caseFile, List<ExhibitRow> rows) {
        var exhibits = new ArrayList<Exhibit>();
        Set<String> known = new HashSet<>();
        for (ExhibitRow row : rows) {
            if (row.part() != Item.Part.EXHIBIT) continue;
            var told = caseFile.exhibits().stream()
                    .filter(exhibit -> exhibit.path().equals(row.path()))
                    .findFirst();
            exhibits.add(new Exhibit(
                    row.exhibit(),
                    told.map(Exhibit::kind).orElse(Exhibit.Kind.OTHER),
                    row.path(),
                    row.sha256(),
                    row.size(),
                    told.map(Exhibit::captured).orElseGet(() -> NormalDate.unread(""))));
            known.add(row.path());
        }
        int absent = 0;
        for (Exhibit exhibit : caseFile.exhibits()) {
            if (known.add(exhibit.path())) {
                exhibits.add(new Exhibit("y" + ++absent, exhibit.kind(), exhibit.path(), null, 0, exhibit.captured()));
            }
        }
        return new CaseFile(
                caseFile.id(),
                caseFile.partner(),
                caseFile.partnerCaseNumber(),
                caseFile.title(),
                caseFile.categories(),
                caseFile.persons(),
                caseFile.events(),
                caseFile.statements(),
                caseFile.examinations(),
                exhibits,
                caseFile.consents());
    }
}
