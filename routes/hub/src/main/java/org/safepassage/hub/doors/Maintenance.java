package org.safepassage.hub.doors;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.safepassage.hub.ledger.ColumnSeal;
import org.safepassage.hub.pipeline.WaitForMaintenance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Holds all doors: nothing is pulled, handed over or asked for, and recipients get nothing from their queues. What is
/// inside goes on to the doors and waits there. Kept in the ledger, so it holds over restarts and for every hub that
/// shares it. Thread-safe.
public final class Maintenance {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final String CONTEXT = "maintenance";

    private final JdbcClient jdbc;
    private final ColumnSeal seal;
    private final InstantSource clock;
    private final Consumer<Boolean> recipientQueues;

    /// @param database the ledger's
    /// @param seal encrypts what operators wrote
    /// @param clock tells when
    /// @param recipientQueues holds the queues that recipients take themselves, or lets them go
    public Maintenance(DataSource database, ColumnSeal seal, InstantSource clock, Consumer<Boolean> recipientQueues) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
        this.clock = clock;
        this.recipientQueues = recipientQueues;
    }

    /// Maintenance that is on.
    public record Mode(Instant since, String who, String why) {}

    /// Whether it is on, and why.
    public Optional<Mode> mode() {
        return jdbc.sql("select at, who, why_sealed from maintenance")
                .query((row, n) -> new Mode(
                        row.getTimestamp(1).toInstant(), row.getString(2), seal.open(row.getBytes(3), CONTEXT)))
                .optional();
    }

    /// Holds all doors.
    ///
    /// @return false when they are held already, and nothing changed
    public boolean begin(String who, String why) {
        if (mode().isPresent()) return false;
        try {
            jdbc.sql("insert into maintenance (id, at, who, why_sealed) values (1,?,?,?)")
                    .params(Timestamp.from(clock.instant()), who, seal.seal(why, CONTEXT))
                    .update();
        } catch (DuplicateKeyException already) {
            return false;
        }
        recipientQueues.accept(true);
        LOG.warn("maintenance: all doors are held by {}", who);
        return true;
    }

    /// Lets the doors go; what waits goes on by itself.
    ///
    /// @return whether they were held
    public boolean end(String who) {
        boolean was = jdbc.sql("delete from maintenance").update() > 0;
        recipientQueues.accept(false);
        if (was) LOG.warn("maintenance has ended: doors are let go by {}", who);
        return was;
    }

    /// Holds the queues again after a restart.
    public void start() {
        if (mode().isPresent()) recipientQueues.accept(true);
    }

    /// Lets whoever opens a door through, or makes them wait.
    public void check() throws WaitForMaintenance {
        if (mode().isPresent()) throw new WaitForMaintenance();
    }
}
