package org.safepassage.hub.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.safepassage.hub.ledger.Arrivals;
import org.safepassage.hub.ledger.CaseFiles;
import org.safepassage.hub.ledger.Holds;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.Rereadings;
import org.safepassage.hub.ledger.Restarts;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.transaction.support.TransactionTemplate;

/// Starts held things again when their cause is cleared. What is on its way or at its end is left alone, so that an
/// impatient second retry does nothing.
public final class Retry {
    private final Holds holds;
    private final States states;
    private final Restarts restarts;
    private final Arrivals arrivals;
    private final CaseFiles caseFiles;
    private final Rereadings rereadings;
    private final StepBook book;
    private final TransactionTemplate transaction;
    private final ProducerTemplate messages;

    /// @param rereadings of held exhibits
    /// @param book tells how far a version has come
    /// @param messages sends parcels to the steps
    public Retry(
            Holds holds,
            States states,
            Restarts restarts,
            Arrivals arrivals,
            CaseFiles caseFiles,
            Rereadings rereadings,
            StepBook book,
            TransactionTemplate transaction,
            ProducerTemplate messages) {
        this.holds = holds;
        this.states = states;
        this.restarts = restarts;
        this.arrivals = arrivals;
        this.caseFiles = caseFiles;
        this.rereadings = rereadings;
        this.book = book;
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

    /// The hold is cleared last: killed before that, the item still stands in the list, and what may not have
    /// reached its queue is sent once more by the next retry.
    private Result retry(Holds.Hold hold) {
        if (!hold.exhibit().isEmpty()) return retryExhibit(hold);
        Step from = from(hold.step());
        var result = send(started(hold.place(), from), from, hold.caseFile() + " starts again at " + from.word());
        transaction.executeWithoutResult(tx -> {
            states.lock(hold.caseFile());
            // It may have come back meanwhile for the same cause, which opened the same hold again.
            if (!restarts.isHeld(hold.place(), hold.step())) holds.clear(hold.id());
        });
        return result;
    }

    private List<Parcel> started(Parcel place, Step from) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            var again = restarts.startAgain(place, from);
            return again.isEmpty() ? restarts.onTheirWay(place) : again;
        }));
    }

    /// A held exhibit is read again together with all others of its version that are held, whose cause may be the
    /// same. What can be read then goes with the version, if that has not been redacted yet, and otherwise as a
    /// supplement (see [org.safepassage.hub.ledger.Supplements]). The exhibit's hold stays until it can be read.
    private Result retryExhibit(Holds.Hold hold) {
        var version = hold.caseFile();
        var newest = caseFiles.newest(version.caseFile());
        if (!newest.equals(version)) {
            transaction.executeWithoutResult(tx -> holds.clear(hold.id()));
            return new Result(true, 0, newest + " has taken the place of " + version + " and brings its exhibits");
        }
        var first = new Parcel(version, "", 1);
        if (book.hasPassed(first, Step.DETECT)) return readAgain(version);
        return send(
                Objects.requireNonNull(transaction.execute(tx -> startWhole(first))),
                Step.EXTRACT,
                version + " is read again from extract; it had not been read to the end");
    }

    /// The version itself is held, or under way, in a step that all exchanges share.
    private List<Parcel> startWhole(Parcel first) {
        var again = restarts.startAgain(first, Step.EXTRACT);
        if (again.isEmpty()) return restarts.onTheirWay(first);
        caseFiles.forgetHeld(first.caseFile());
        holds.clearAll(first);
        return again;
    }

    /// The round's number is the message's: ordered twice before it begins, it is one round.
    private Result readAgain(CaseFileVersion version) {
        var itself = holds.open().stream()
                .filter(hold -> hold.caseFile().equals(version) && hold.place().follows())
                .filter(hold -> hold.exchange().isEmpty() && hold.exhibit().isEmpty())
                .findFirst();
        if (itself.isPresent()) return retry(itself.get());
        return send(List.of(rereadings.next(version)), Step.EXTRACT, version + " reads its held exhibits again");
    }

    private Result send(List<Parcel> parcels, Step from, String message) {
        parcels.forEach(parcel -> messages.sendBody("jms:queue:" + Queues.of(from), parcel));
        return new Result(true, parcels.size(), message);
    }

    /// A replay asks consent and agreement anew, unless the package is sealed and only has to be sent.
    private static Step from(Step held) {
        if (held.shared()) return held;
        return held.compareTo(Step.DELIVER) >= 0 ? Step.DELIVER : Step.DECIDE;
    }
}
