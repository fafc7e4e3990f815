package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.ExchangeState;
import org.safepassage.schemas.HoldReason;
import org.safepassage.schemas.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Exactly one state for each (case file version, exchange), and why things are held. A supplement has a state of
/// its own beside it, and so has a round of reading again. Methods that change something run inside the caller's
/// transaction.
public final class States {
    /// The reason code of a case file that the exchange does not select.
    public static final String NOT_SELECTED = "not-selected";

    /// State of a round of reading again that has come to its end.
    static final String READ = "read";

    private static final String UNFINISHED = "state in ('under-way','" + READ + "')";
    /// Condition of what is held.
    static final String HELD = "state = 'held'";

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

    /// How many case files are under way or held in each exchange that has any.
    public java.util.Map<String, Long> unfinished() {
        var counts = new java.util.HashMap<String, Long>();
        for (String table : new String[] {"exchange_state", "supplement_state"}) {
            jdbc.sql("select exchange, count(*) from " + table + " where " + UNFINISHED + " or " + HELD
                            + " group by exchange")
                    .query((row, n) -> counts.merge(row.getString(1), row.getLong(2), Long::sum))
                    .list();
        }
        return java.util.Map.copyOf(counts);
    }

    /// The parcel that stands for this place now, with its attempt.
    public Optional<Parcel> current(Parcel place) {
        return Rows.of(jdbc, place).lastAttempt().map(place::attempted);
    }

    /// Whether this parcel still has a way to go: not at its end, and not overtaken by a retry. What all exchanges
    /// share goes on for each that is under way, whatever their attempts.
    public boolean underWay(Parcel parcel) {
        var rows = Rows.of(jdbc, parcel);
        boolean anyAttempt = parcel.exchange().isEmpty() && !parcel.follows();
        return anyAttempt ? rows.any(UNFINISHED) : rows.any(UNFINISHED + " and attempt = ?", parcel.attempt());
    }

    /// The same, holding the rows until the transaction ends.
    boolean lockUnderWay(Parcel parcel) {
        lock(parcel.caseFile());
        return underWay(parcel);
    }

    /// Holds all rows of a version until the transaction ends, so that a step, a retry, a supplement and a newer
    /// version take turns.
    public void lock(CaseFileVersion version) {
        jdbc.sql("select exchange from exchange_state where case_file = ? and version = ? order by exchange for update")
                .params(version.caseFile(), version.version())
                .query(String.class)
                .list();
    }

    /// What an outcome means for the state: a held or refused shared step holds or refuses every exchange.
    void apply(Parcel parcel, Step step, Outcome outcome) {
        switch (outcome) {
            case Outcome.Passed passed -> move(parcel, step, passed(parcel, step));
            case Outcome.Held held -> {
                move(parcel, step, ExchangeState.HELD.code());
                holds.open(parcel, step, "", held.reason(), held.where());
            }
            case Outcome.Refused refused -> move(parcel, step, refusal(refused).code());
        }
    }

    /// A round of reading again ends where the way parts: what comes of it goes on as supplements.
    private static String passed(Parcel parcel, Step step) {
        boolean ends = parcel.follows() && parcel.exchange().isEmpty() && step == Step.DETECT;
        return ends ? READ : ExchangeState.UNDER_WAY.code();
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
            move(parcel, step, ExchangeState.HELD.code());
            holds.open(parcel, step, "", reason, where);
        }
    }

    /// Puts the parcel's standing (or, for a shared step, all that are under way) into a state.
    private void move(Parcel parcel, Step step, String state) {
        Rows.of(jdbc, parcel).update("state = ?, step = ?, since = ?", List.of(state, step.word(), now()), UNFINISHED);
    }

    /// Ends a standing that is under way or held (a recipient's receipt settles a doubt), and clears its hold.
    public void finish(Parcel parcel, Step step, ExchangeState end) {
        lock(parcel.caseFile());
        Rows.of(jdbc, parcel)
                .update(
                        "state = ?, step = ?, since = ?",
                        List.of(end.code(), step.word(), now()),
                        UNFINISHED + " or " + HELD);
        holds.clearAll(parcel);
    }

    /// Ends a standing that is under way or held because something newer takes its place, and clears its hold.
    void supersede(Parcel place) {
        Rows.of(jdbc, place).update("state = ?", List.of(ExchangeState.SUPERSEDED.code()), UNFINISHED + " or " + HELD);
        holds.clearAll(place);
    }

    static ExchangeState state(String code) {
        return ExchangeState.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
