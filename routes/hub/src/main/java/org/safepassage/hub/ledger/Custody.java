package org.safepassage.hub.ledger;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.safepassage.evidence.custody.CustodyLog;
import org.safepassage.evidence.custody.CustodyProof;
import org.safepassage.evidence.custody.DisclosedEntry;
import org.safepassage.schemas.CustodyEntry;
import org.springframework.transaction.support.TransactionTemplate;

/// What a recipient is shown of the custody log: one entry made for this consignment alone.
public final class Custody {
    /// Facts of that entry that the recipient sees; the case file version stays a commitment.
    public static final Set<String> SHOWN = Set.of("consignment", "recipient", "payload");

    /// Names this log in checkpoints.
    public static final String ORIGIN = "safe-passage/custody";

    private final CustodyLog log;
    private final StepBook book;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /// @param log the append-only log
    public Custody(CustodyLog log, StepBook book, TransactionTemplate transaction, InstantSource clock) {
        this.log = log;
        this.book = book;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Records that a consignment is sealed with these facts, once, and proves that record to its recipient.
    public CustodyProof disclose(String consignment, SortedMap<String, String> facts) {
        String key = consignment + "/" + facts.get("payload");
        Long index = transaction.execute(
                tx -> book.append(new CustodyEntry(consignment, "consign", "hub", clock.instant(), facts), key));
        try {
            return log.prove(
                    ORIGIN, List.of(new DisclosedEntry(index == null ? 0 : index, SHOWN, true)), OptionalLong.empty());
        } catch (SQLException failed) {
            throw new org.springframework.dao.DataAccessResourceFailureException(
                    "the custody proof could not be read", failed);
        }
    }
}
