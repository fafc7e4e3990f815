package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private static final String SHARED = Arrays.stream(Step.values())
            .filter(Step::shared)
            .map(step -> "'" + step.word() + "'")
            .collect(Collectors.joining(","));

    private static final String UNFINISHED = "state in ('under-way','" + READ + "')";
    private static final String HELD = "state = 'held'";

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

    /// The parcel that stands for this place now, with its attempt.
    public Optional<Parcel> current(Parcel place) {
        var rows = Rows.of(place);
        return jdbc.sql("select max(attempt) from " + rows.table() + " where " + rows.where())
                .params(rows.keys())
                .query(Integer.class)
                .optional()
                .map(place::attempted);
    }

    /// Whether this parcel still has a way to go: not at its end, and not overtaken by a retry. What all exchanges
    /// share goes on for each that is under way, whatever their attempts.
    public boolean underWay(Parcel parcel) {
        var rows = Rows.of(parcel);
        boolean anyAttempt = parcel.exchange().isEmpty() && !parcel.follows();
        return jdbc.sql("select count(*) from " + rows.table() + " where " + rows.where() + " and " + UNFINISHED
                                + (anyAttempt ? "" : " and attempt = ?"))
                        .params(anyAttempt ? rows.keys() : rows.params(List.of(), parcel.attempt()))
                        .query(Long.class)
                        .single()
                > 0;
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
        update(parcel, "state = ?, step = ?, since = ?", List.of(state, step.word(), now()), UNFINISHED);
    }

    private int update(Parcel place, String set, List<Object> values, String condition) {
        var rows = Rows.of(place);
        return jdbc.sql("update " + rows.table() + " set " + set + " where " + rows.where() + " and (" + condition
                        + ")")
                .params(rows.params(values))
                .update();
    }

    /// Ends a standing that is under way or held (a recipient's receipt settles a doubt), and clears its hold.
    public void finish(Parcel parcel, Step step, ExchangeState end) {
        lock(parcel.caseFile());
        update(
                parcel,
                "state = ?, step = ?, since = ?",
                List.of(end.code(), step.word(), now()),
                UNFINISHED + " or " + HELD);
        holds.clearAll(parcel);
    }

    /// Ends a standing that is under way or held because something newer takes its place, and clears its hold.
    void supersede(Parcel place) {
        update(place, "state = ?", List.of(ExchangeState.SUPERSEDED.code()), UNFINISHED + " or " + HELD);
        holds.clearAll(place);
    }

    /// Starts held standings again one attempt later, forgetting what `step` and the later ones found.
    ///
    /// @param place where they stand; its attempt does not count
    /// @return the parcels to send to the step, none when nothing is held there
    public List<Parcel> startAgain(Parcel place, Step step) {
        lock(place.caseFile());
        // What is held in an exchange is none of the steps' that all share.
        String held = step.shared() ? HELD + " and step in (" + SHARED + ")" : HELD;
        if (update(place, "state = 'under-way', attempt = attempt + 1, since = ?", List.of(now()), held) == 0)
            return List.of();
        for (Step later : Step.values()) {
            if (later.compareTo(step) < 0) continue;
            jdbc.sql(
                            "delete from step_done where case_file = ? and version = ? and exchange = ? and supplement = ? and step = ?")
                    .params(
                            place.caseFile().caseFile(),
                            place.caseFile().version(),
                            place.exchange(),
                            place.supplement(),
                            later.word())
                    .update();
        }
        return onTheirWay(place);
    }

    /// The parcels of a place that are under way, once for each attempt.
    public List<Parcel> onTheirWay(Parcel place) {
        var rows = Rows.of(place);
        return jdbc
                .sql("select distinct attempt from " + rows.table() + " where " + rows.where()
                        + " and state = 'under-way' order by attempt")
                .params(rows.keys())
                .query(Integer.class)
                .list()
                .stream()
                .map(place::attempted)
                .toList();
    }

    /// Whether something of this place is held in this step.
    public boolean isHeld(Parcel place, Step step) {
        var rows = Rows.of(place);
        return jdbc.sql("select count(*) from " + rows.table() + " where " + rows.where() + " and " + HELD
                                + " and step = ?")
                        .params(rows.params(List.of(), step.word()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    static ExchangeState state(String code) {
        return ExchangeState.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
