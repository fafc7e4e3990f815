package org.safepassage.hub.ledger;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.safepassage.evidence.custody.CustodyLog;
import org.safepassage.schemas.CustodyEntry;
import org.safepassage.schemas.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// Sees to it that a step's outcome is recorded once for each (case file version, exchange, supplement, step),
/// together with its custody entry and the state it leads to, in one transaction that commits before the message
/// does. A redelivered parcel therefore finds its work done. Thread-safe.
public final class StepBook {
    private final JdbcClient jdbc;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final CustodyLog custody;
    private final States states;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param transaction over the same database
    /// @param custody the append-only log, in the same database
    /// @param states of case file versions in exchanges
    /// @param clock tells when
    public StepBook(
            DataSource database,
            TransactionTemplate transaction,
            CustodyLog custody,
            States states,
            InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.database = database;
        this.transaction = transaction;
        this.custody = custody;
        this.states = states;
        this.clock = clock;
    }

    /// What a step did.
    ///
    /// @param outcome passed, held or refused
    /// @param result digest of the derived object that holds the result, if there is one
    /// @param facts for the custody entry: ids, digests, counts
    /// @param alsoWrite further rows that must be written in the same transaction
    public record Result(
            Outcome outcome, Optional<String> result, SortedMap<String, String> facts, Runnable alsoWrite) {
        /// The step passed and left nothing to keep.
        public static Result passed() {
            return new Result(new Outcome.Passed(), Optional.empty(), new TreeMap<>(), () -> {});
        }

        /// The step passed and its result lies in the vault under this digest.
        public static Result passed(String digest) {
            return new Result(new Outcome.Passed(), Optional.of(digest), new TreeMap<>(), () -> {});
        }

        /// The step ended with this outcome and nothing to keep.
        public static Result of(Outcome outcome) {
            return new Result(outcome, Optional.empty(), new TreeMap<>(), () -> {});
        }

        /// The same with a fact for custody.
        public Result with(String fact, String value) {
            var more = new TreeMap<>(facts);
            more.put(fact, value);
            return new Result(outcome, result, more, alsoWrite);
        }

        /// The same with rows to write in the same transaction.
        public Result writing(Runnable rows) {
            return new Result(outcome, result, facts, rows);
        }
    }

    /// The work of a step on one parcel; may run again after a crash, so it must not mind.
    public interface Work {
        /// @throws IOException when it should be tried again
        Result run() throws IOException;
    }

    /// Runs `work` unless it is done already or the parcel has come to its end meanwhile.
    ///
    /// @return true when the parcel may go on to the next step
    /// @throws IOException when the work should be tried again
    public boolean once(Parcel parcel, Step step, Work work) throws IOException {
        if (!states.underWay(parcel)) return false;
        var before = findOutcome(parcel, step);
        if (before.isPresent()) return before.get().equals("passed");
        Result result = work.run();
        return Boolean.TRUE.equals(transaction.execute(tx -> record(parcel, step, result)));
    }

    /// Digest of the result of a step that passed.
    ///
    /// @throws IllegalStateException when it did not pass or left no result
    public String getResult(Parcel parcel, Step step) {
        return done("result_digest", step.shared() ? parcel.in("", parcel.attempt()) : parcel, step)
                .orElseThrow(() -> new IllegalStateException(parcel + " has no result of " + step.word()));
    }

    /// Whether a step of this parcel is done and passed.
    public boolean hasPassed(Parcel parcel, Step step) {
        return findOutcome(parcel, step).filter("passed"::equals).isPresent();
    }

    private boolean record(Parcel parcel, Step step, Result result) {
        // The row lock in `lockUnderWay` serialises this with retry, supersede and withdrawal.
        if (!states.lockUnderWay(parcel)) return false;
        if (findOutcome(parcel, step).isPresent()) return result.outcome() instanceof Outcome.Passed;
        jdbc.sql(
                        "insert into step_done (case_file, version, exchange, supplement, step, outcome, result_digest, at) values (?,?,?,?,?,?,?,?)")
                .params(
                        parcel.caseFile().caseFile(),
                        parcel.caseFile().version(),
                        parcel.exchange(),
                        parcel.supplement(),
                        step.word(),
                        word(result.outcome()),
                        result.result().orElse(null),
                        Timestamp.from(clock.instant()))
                .update();
        result.alsoWrite().run();
        states.apply(parcel, step, result.outcome());
        var facts = new TreeMap<>(result.facts());
        facts.put("outcome", describe(result.outcome()));
        if (!parcel.exchange().isEmpty()) facts.put("exchange", parcel.exchange());
        if (parcel.follows()) facts.put("supplement", String.valueOf(parcel.supplement()));
        append(
                new CustodyEntry(parcel.caseFile().toString(), step.word(), "hub", clock.instant(), facts),
                step.word() + "/" + parcel.exchange() + "/" + parcel.attempt()
                        + (parcel.follows() ? "/s" + parcel.supplement() : ""));
        return result.outcome() instanceof Outcome.Passed;
    }

    /// Appends a custody entry in the current transaction, once for each key.
    ///
    /// @return its index in the log
    public long append(CustodyEntry entry, String key) {
        var connection = DataSourceUtils.getConnection(database);
        try {
            return custody.appendOnce(connection, entry, key);
        } catch (java.sql.SQLException failed) {
            throw new org.springframework.dao.DataAccessResourceFailureException("custody append failed", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private Optional<String> findOutcome(Parcel parcel, Step step) {
        return done("outcome", parcel, step);
    }

    private Optional<String> done(String column, Parcel parcel, Step step) {
        return jdbc.sql(
                        "select " + column
                                + " from step_done where case_file = ? and version = ? and exchange = ? and supplement = ? and step = ?")
                .params(
                        parcel.caseFile().caseFile(),
                        parcel.caseFile().version(),
                        parcel.exchange(),
                        parcel.supplement(),
                        step.word())
                .query(String.class)
                .optional();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> "passed";
            case Outcome.Held held -> "held";
            case Outcome.Refused refused -> "refused";
        };
    }

    private static String describe(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> "passed";
            case Outcome.Held held -> "held " + held.reason().code();
            case Outcome.Refused refused -> "refused " + String.join(" ", refused.reasons());
        };
    }
}
