package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.hub.ledger.WorkingCopies;
import org.safepassage.release.decisions.Decider;
import org.safepassage.release.decisions.Selection;
import org.safepassage.release.decisions.Terms;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Outcome;

/// Decide: asks selection, agreement and consent whether this version may go over this exchange, and records why.
public final class Decide {
    private final StepBook book;
    private final WorkingCopies copies;
    private final RunningConfiguration configuration;
    private final Decider decider;
    private final InstantSource clock;

    /// @param decider holds the rules
    public Decide(
            StepBook book,
            WorkingCopies copies,
            RunningConfiguration configuration,
            Decider decider,
            InstantSource clock) {
        this.book = book;
        this.copies = copies;
        this.configuration = configuration;
        this.decider = decider;
        this.clock = clock;
    }

    /// Whether the parcel goes on.
    public boolean passes(@Body Parcel parcel) throws IOException {
        return book.once(parcel, Step.DECIDE, () -> decide(parcel));
    }

    private StepBook.Result decide(Parcel parcel) throws IOException {
        var caseFile = copies.get(book.getResult(parcel, Step.NORMALISE), CaseFile.class);
        var state = configuration.state();
        var exchange = state.configuration().exchange(parcel.exchange());
        if (!new Selection(Set.copyOf(exchange.categories()), Set.of()).selects(caseFile)) {
            return StepBook.Result.of(new Outcome.Refused(List.of(States.NOT_SELECTED)));
        }
        var terms = new Terms(
                exchange.name(), exchange.partner(), exchange.recipient(), exchange.purpose(), exchange.agreement());
        var decision = decider.decide(caseFile, terms, state.agreements(), clock.instant());
        String digest = copies.keep(decision);
        return new StepBook.Result(
                        decision.outcome(), java.util.Optional.of(digest), new java.util.TreeMap<>(), () -> {})
                .with("agreement", decision.agreement())
                .with("policy", decision.policy())
                .with("reasons", String.join(" ", decision.reasons()))
                .with("may-be-named", String.valueOf(decision.permitted().size()));
    }
}
