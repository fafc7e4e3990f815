package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Starts held standings again when their cause is cleared, and tells what stands where a retry looks. Methods that
/// change something run inside the caller's transaction.
public final class Restarts {
    private static final String SHARED = Arrays.stream(Step.values())
            .filter(Step::shared)
            .map(step -> "'" + step.word() + "'")
            .collect(Collectors.joining(","));

    private final JdbcClient jdbc;
    private final States states;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param states take turns with a restart
    /// @param clock tells since when
    public Restarts(DataSource database, States states, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.states = states;
        this.clock = clock;
    }

    /// Starts held standings again one attempt later, forgetting what `step` and the later ones found.
    ///
    /// @param place where they stand; its attempt does not count
    /// @return the parcels to send to the step, none when nothing is held there
    public List<Parcel> startAgain(Parcel place, Step step) {
        states.lock(place.caseFile());
        // What is held in an exchange is none of the steps' that all share.
        String held = step.shared() ? States.HELD + " and step in (" + SHARED + ")" : States.HELD;
        int started = Rows.of(jdbc, place)
                .update(
                        "state = 'under-way', attempt = attempt + 1, since = ?",
                        List.of(Timestamp.from(clock.instant())),
                        held);
        if (started == 0) return List.of();
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
        return Rows.of(jdbc, place).attempts("state = 'under-way'").stream()
                .map(place::attempted)
                .toList();
    }

    /// Whether something of this place is held in this step.
    public boolean isHeld(Parcel place, Step step) {
        return Rows.of(jdbc, place).any(States.HELD + " and step = ?", step.word());
    }
}
