package org.safepassage.hub.schedules;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.safepassage.hub.ledger.ColumnSeal;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which exchanges do not run by their schedules, since when, and who says why. Survives restarts. Thread-safe.
public final class Pauses {
    private final JdbcClient jdbc;
    private final ColumnSeal seal;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param seal encrypts what operators wrote
    /// @param clock tells when
    public Pauses(DataSource database, ColumnSeal seal, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
        this.clock = clock;
    }

    /// A pause that is on.
    public record Pause(Instant at, String who, String why) {}

    /// The pause of an exchange, if it is paused.
    public Optional<Pause> of(String exchange) {
        return jdbc.sql("select at, who, why_sealed from schedule_pause where exchange = ?")
                .param(exchange)
                .query((row, n) -> new Pause(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        seal.open(row.getBytes(3), "pause/" + exchange)))
                .optional();
    }

    /// Begins a pause.
    ///
    /// @return false when it is paused already, and nothing changed
    boolean begin(String exchange, String who, String why) {
        if (of(exchange).isPresent()) return false;
        jdbc.sql("insert into schedule_pause (exchange, at, who, why_sealed) values (?,?,?,?)")
                .params(exchange, Timestamp.from(clock.instant()), who, seal.seal(why, "pause/" + exchange))
                .update();
        return true;
    }

    /// Ends a pause.
    void end(String exchange) {
        jdbc.sql("delete from schedule_pause where exchange = ?")
                .param(exchange)
                .update();
    }
}
