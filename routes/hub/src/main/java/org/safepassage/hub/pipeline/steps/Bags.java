package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.release.consignments.AssembledConsignment;
import org.safepassage.release.consignments.Assembly;
import org.safepassage.release.consignments.ConsignmentPlan;
import org.safepassage.release.consignments.Rendition;
import org.safepassage.schemas.Decision;

/// Assembles the bag of a parcel from its recorded decision and proposal. Equal records give equal bytes and ids,
/// so that what check saw is what consign seals, also after a crash.
public final class Bags {
    private final StepBook book;
    private final WorkingCopies copies;
    private final RunningConfiguration configuration;
    private final KeyRing keys;
    private final Assembly assembly = new Assembly();

    /// @param keys make ids that repeat for the same parcel and tell nothing to anybody else
    public Bags(StepBook book, WorkingCopies copies, RunningConfiguration configuration, KeyRing keys) {
        this.book = book;
        this.copies = copies;
        this.configuration = configuration;
        this.keys = keys;
    }

    /// The consignment's id, the same for every attempt; each supplement has its own.
    public String id(Parcel parcel) {
        String version = parcel.caseFile().toString();
        return "c-"
                + (parcel.follows()
                        ? keys.deterministicId(
                                "consignment", parcel.exchange(), version, String.valueOf(parcel.supplement()))
                        : keys.deterministicId("consignment", parcel.exchange(), version));
    }

    /// The bag, complete for the exit check.
    ///
    /// @throws IOException when a working copy cannot be read
    public AssembledConsignment assemble(Parcel parcel) throws IOException {
        var decision = copies.get(book.getResult(parcel, Step.DECIDE), Decision.class);
        var proposal = copies.get(book.getResult(parcel, Step.REDACT), Proposal.class);
        var exchange = configuration.now().exchange(parcel.exchange());
        var renditions = new ArrayList<Rendition>();
        for (var rendition : proposal.renditions()) {
            renditions.add(new Rendition(
                    rendition.path(), rendition.mediaType(), copies.vault().content(rendition.digest())));
        }
        return assembly.assemble(new ConsignmentPlan(
                id(parcel),
                CaseReference.of(keys, exchange.recipient(), parcel.caseFile().caseFile()),
                exchange.recipient(),
                exchange.purpose(),
                decision.agreement(),
                decision.at(),
                copies.vault().content(proposal.caseFile()),
                renditions,
                proposal.withheld(),
                copies.vault().content(proposal.report()),
                parcel.follows() ? Optional.of(id(parcel.first())) : Optional.empty()));
    }
}
