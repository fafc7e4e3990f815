package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Exactly one state for each (case file version, exchange), and why things are held. Methods that change something run
/// inside the caller's transaction.
public final class States {
    /// The reason code of a case file that the exchange does not select.
    public static final String NOT_SELECTED = "not-selected";

    private final JdbcClient jdbc;
    private final Holds holds;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param holds where reasons are kept
    /// @param clock tells since when
    public States(DataSource database, Holds holds, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.holds = holds;
        this.clock = clock;
    }

    /// One row: where a version stands in an exchange.
    public record Standing(CaseFileVersion caseFile, String exchange, ExchangeState state, Step step, int attempt) {}

    /// Opens the states of a new version: under way in every exchange.
    public void open(CaseFileVersion version, Collection<String> exchanges) {
        for (String exchange : exchanges) {
            jdbc.sql(
                            "insert into exchange_state (case_file, version, exchange, state, step, attempt, since) values (?,?,?,?,?,1,?)")
                    .params(
                            version.caseFile(),
                            version.version(),
                            exchange,
                            ExchangeState.UNDER_WAY.code(),
                            Step.SEAL.word(),
                            now())
                    .update();
        }
    }

    /// All standings of a version.
    public List<Standing> of(CaseFileVersion version) {
        return jdbc.sql(
                        "select exchange, state, step, attempt from exchange_state where case_file = ? and version = ? order by exchange")
                .params(version.caseFile(), version.version())
                .query((row, n) -> new Standing(
                        version,
                        row.getString(1),
                        state(row.getString(2)),
                        Step.ofWord(row.getString(3)),
                        row.getInt(4)))
                .list();
    }

    /// Where a version stands in one exchange.
    public Optional<Standing> find(CaseFileVersion version, String exchange) {
        return of(version).stream()
                .filter(standing -> standing.exchange().equals(exchange))
                .findFirst();
    }

    /// Whether this parcel still has a way to go: not at its end, and not overtaken by a retry.
    public boolean underWay(Parcel parcel) {
        return of(parcel.caseFile()).stream().anyMatch(standing -> concerns(standing, parcel));
    }

    /// The same, holding the rows until the transaction ends.
    boolean lockUnderWay(Parcel parcel) {
        lock(parcel.caseFile());
        return underWay(parcel);
    }

    /// Holds all rows of a version until the transaction ends, so that a step, a retry and a newer version take turns.
    void lock(CaseFileVersion version) {
        jdbc.sql("select exchange from exchange_state where case_file = ? and version = ? order by exchange for update")
                .params(version.caseFile(), version.version())
                .query(String.class)
                .list();
    }

    private static boolean concerns(Standing standing, Parcel parcel) {
        return standing.state() == ExchangeState.UNDER_WAY
                && (parcel.exchange().isEmpty()
                        || (standing.exchange().equals(parcel.exchange()) && standing.attempt() == parcel.attempt()));
    }

    /// What an outcome means for the state: a held or refused shared step holds or refuses every exchange.
    void apply(Parcel parcel, Step step, Outcome outcome) {
        switch (outcome) {
            case Outcome.Passed passed -> move(parcel, step, ExchangeState.UNDER_WAY);
            case Outcome.Held held -> {
                move(parcel, step, ExchangeState.HELD);
                holds.open(parcel, step, "", held.reason(), held.where());
            }
            case Outcome.Refused refused -> move(parcel, step, refusal(refused));
        }
    }

    /// A refusal for a withdrawn consent or for not being selected has a state of its own.
    private static ExchangeState refusal(Outcome.Refused refused) {
        if (refused.reasons().contains(NOT_SELECTED)) return ExchangeState.NOT_SELECTED;
        return refused.reasons().stream().anyMatch(reason -> reason.contains("withdrawn"))
                ? ExchangeState.WITHDRAWN
                : ExchangeState.REFUSED;
    }

    /// Holds a parcel outside of a step's own outcome, after an exception that did not go away.
    public void hold(Parcel parcel, Step step, HoldReason reason, String where) {
        if (lockUnderWay(parcel)) {
            move(parcel, step, ExchangeState.HELD);
            holds.open(parcel, step, "", reason, where);
        }
    }

    /// Puts the parcel's standing (or, for a shared step, all that are under way) into a state.
    public void move(Parcel parcel, Step step, ExchangeState state) {
        jdbc.sql(
                        "update exchange_state set state = ?, step = ?, since = ? where case_file = ? and version = ? and state = 'under-way'"
                                + (parcel.exchange().isEmpty() ? "" : " and exchange = ?"))
                .params(params(parcel, state.code(), step.word(), now()))
                .update();
    }

    /// Ends a standing that is under way or held (a recipient's receipt settles a doubt), and clears its hold.
    public void finish(Parcel parcel, Step step, ExchangeState end) {
        lock(parcel.caseFile());
        jdbc.sql(
                        "update exchange_state set state = ?, step = ?, since = ? where case_file = ? and version = ? and exchange = ? and state in ('under-way','held')")
                .params(
                        end.code(),
                        step.word(),
                        now(),
                        parcel.caseFile().caseFile(),
                        parcel.caseFile().version(),
                        parcel.exchange())
                .update();
        holds.clearAll(parcel.caseFile(), parcel.exchange());
    }

    private static List<Object> params(Parcel parcel, Object... first) {
        var all = new java.util.ArrayList<Object>(List.of(first));
        all.add(parcel.caseFile().caseFile());
        all.add(parcel.caseFile().version());
        if (!parcel.exchange().isEmpty()) all.add(parcel.exchange());
        return all;
    }

    /// Starts held standings again one attempt later, forgetting what `step` and the later ones found.
    ///
    /// @return the parcels to send to the step
    public List<Parcel> startAgain(CaseFileVersion version, String exchange, Step step) {
        lock(version);
        var again = of(version).stream()
                .filter(standing -> standing.state() == ExchangeState.HELD
                        && (exchange.isEmpty() || standing.exchange().equals(exchange)))
                .toList();
        for (Standing standing : again) {
            jdbc.sql(
                            "update exchange_state set state = 'under-way', attempt = attempt + 1, since = ? where case_file = ? and version = ? and exchange = ?")
                    .params(now(), version.caseFile(), version.version(), standing.exchange())
                    .update();
        }
        for (Step later : Step.values()) {
            if (later.compareTo(step) < 0) continue;
            var forget = jdbc.sql("delete from step_done where case_file = ? and version = ? and step = ?"
                            + (exchange.isEmpty() ? "" : " and exchange = ?"))
                    .params(version.caseFile(), version.version(), later.word());
            (exchange.isEmpty() ? forget : forget.param(exchange)).update();
        }
        return again.stream()
                .map(standing -> new Parcel(version, step.shared() ? "" : standing.exchange(), standing.attempt() + 1))
                .distinct()
                .toList();
    }

    private static ExchangeState state(String code) {
        return ExchangeState.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
