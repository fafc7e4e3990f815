package org.safepassage.hub.pipeline;

import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.springframework.transaction.support.TransactionTemplate;

/// Starts held things again when their cause is cleared. What is on its way or at its end is left alone, so that an
/// impatient second retry does nothing.
public final class Retry {
    private final Holds holds;
    private final States states;
    private final Arrivals arrivals;
    private final CaseFiles caseFiles;
    private final TransactionTemplate transaction;
    private final ProducerTemplate messages;

    /// @param messages sends parcels to the steps
    public Retry(
            Holds holds,
            States states,
            Arrivals arrivals,
            CaseFiles caseFiles,
            TransactionTemplate transaction,
            ProducerTemplate messages) {
        this.holds = holds;
        this.states = states;
        this.arrivals = arrivals;
        this.caseFiles = caseFiles;
        this.transaction = transaction;
        this.messages = messages;
    }

    /// What a retry came to.
    ///
    /// @param message for the operator
    public record Result(boolean found, int started, String message) {}

    /// Retries the held item with this id.
    public Result retry(String id) {
        if (id.startsWith("a-")) return retryArrival(id);
        Optional<Holds.Hold> hold = holds.find(id);
        if (hold.isEmpty()) return new Result(false, 0, "nothing is held under " + id + "; hub held lists what is");
        return retry(hold.get());
    }

    private Result retryArrival(String id) {
        var entry = transaction.execute(tx -> arrivals.startAgain(id).orElse(null));
        if (entry == null || entry.stage() != Arrivals.Stage.LISTED)
            return new Result(false, 0, "no arrival is held under " + id);
        messages.sendBody("jms:queue:" + Queues.seal(entry.partner()), new ArrivalOrder(id, entry.attempt()));
        return new Result(true, 1, "arrival " + id + " is sealed again");
    }

    private Result retry(Holds.Hold hold) {
        if (!hold.exhibit().isEmpty()) return retryExhibit(hold);
        Step from = from(hold.step());
        var parcels = transaction.execute(tx -> {
            var again = states.startAgain(hold.caseFile(), hold.exchange(), from);
            holds.clear(hold.id());
            return again;
        });
        return send(parcels == null ? List.of() : parcels, from, hold);
    }

    /// A held exhibit is read again; when that works out it goes with the next version or supplement.
    private Result retryExhibit(Holds.Hold hold) {
        transaction.executeWithoutResult(tx -> {
            caseFiles.forgetExtraction(hold.caseFile());
            holds.clear(hold.id());
        });
        var parcels = transaction.execute(tx -> states.startAgain(hold.caseFile(), "", Step.EXTRACT));
        return send(parcels == null ? List.of() : parcels, Step.EXTRACT, hold);
    }

    private Result send(List<Parcel> parcels, Step from, Holds.Hold hold) {
        parcels.forEach(parcel -> messages.sendBody("jms:queue:" + Queues.of(from), parcel));
        return new Result(true, parcels.size(), hold.caseFile() + " starts again at " + from.word());
    }

    /// A replay asks consent and agreement anew, unless the package is sealed and only has to be sent.
    private static Step from(Step held) {
        if (held.shared()) return held;
        return held.compareTo(Step.DELIVER) >= 0 ? Step.DELIVER : Step.DECIDE;
    }
}
