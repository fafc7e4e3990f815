package org.safepassage.hub.pipeline.steps;

import java.io.IOException;
import org.apache.camel.Body;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Outcome;

/// Review: what the agreement sends to a person waits until a reviewer has decided.
public final class Review {
    private final StepBook book;
    private final RunningConfiguration configuration;

    /// @param configuration holds the agreements, which say what a person sees before it goes
    public Review(StepBook book, RunningConfiguration configuration) {
        this.book = book;
        this.configuration = configuration;
    }

    /// Whether the agreement wants a reviewer for this parcel. Without an agreement a person decides.
    public boolean isWanted(@Body Parcel parcel) {
        var state = configuration.state();
        return state.agreements()
                .find(state.configuration().exchange(parcel.exchange()).agreement())
                .map(agreement -> agreement.review().asks(parcel.caseFile(), parcel.exchange()))
                .orElse(true);
    }

    /// Whether the parcel goes on; not before a reviewer has approved it.
    public boolean passes(@Body Parcel parcel) throws IOException {
        return book.once(
                parcel,
                Step.REVIEW,
                () -> StepBook.Result.of(new Outcome.Held(
                        HoldReason.REVIEW_REQUIRED,
                        "agreement "
                                + configuration
                                        .now()
                                        .exchange(parcel.exchange())
                                        .agreement())));
    }
}
