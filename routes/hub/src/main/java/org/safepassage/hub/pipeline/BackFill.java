package org.safepassage.hub.pipeline;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.hub.ledger.NotYet;
import org.safepassage.hub.ledger.Parcel;
import org.safepassage.hub.ledger.States;
import org.safepassage.hub.ledger.Step;
import org.safepassage.hub.ledger.StepBook;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends case files over an exchange that came after them: of each case file of the partner the newest version, when
/// nothing was decided about it there. What was begun is not touched, so a back-fill that is repeated sends nothing
/// twice.
public final class BackFill {
    private final RunningConfiguration configuration;
    private final NotYet notYet;
    private final States states;
    private final StepBook book;
    private final TransactionTemplate transaction;
    private final ProducerTemplate messages;

    /// @param notYet finds what is missing
    /// @param states where case files stand
    /// @param book tells what was found already
    /// @param transaction of the ledger
    /// @param messages sends what is missing on its way
    public BackFill(
            RunningConfiguration configuration,
            NotYet notYet,
            States states,
            StepBook book,
            TransactionTemplate transaction,
            ProducerTemplate messages) {
        this.configuration = configuration;
        this.notYet = notYet;
        this.states = states;
        this.book = book;
        this.transaction = transaction;
        this.messages = messages;
    }

    /// What a back-fill came to.
    ///
    /// @param missing case files that had no state in the exchange
    /// @param begun those that are on their way now, or would be
    /// @param waiting those that are held, or under way, before the exchanges part; repeat it when they went on
    public record Result(int missing, int begun, int waiting) {}

    /// Begins what is missing.
    ///
    /// @param begin false only counts
    /// @throws java.util.NoSuchElementException when there is no such exchange
    public Result run(String exchange, boolean begin) {
        String partner = configuration.now().exchange(exchange).partner();
        int begun = 0;
        int waiting = 0;
        List<CaseFileVersion> missing = notYet.begunBy(exchange, partner);
        for (CaseFileVersion version : missing) {
            if (!book.hasPassed(new Parcel(version, "", 1), Step.DETECT)) {
                waiting++;
            } else {
                if (begin) begin(version, exchange);
                begun++;
            }
        }
        return new Result(missing.size(), begun, waiting);
    }

    /// The state is opened first: killed before the message is sent, the next back-fill finds it not begun.
    private void begin(CaseFileVersion version, String exchange) {
        transaction.executeWithoutResult(tx -> {
            states.lock(version);
            if (states.find(version, exchange).isEmpty()) states.open(version, List.of(exchange));
        });
        messages.sendBody("jms:queue:" + Queues.of(Step.DECIDE), new Parcel(version, exchange, 1));
    }
}
