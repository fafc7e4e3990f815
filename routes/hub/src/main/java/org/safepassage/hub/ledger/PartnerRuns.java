package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// When each partner was last pulled, how it went, and where to go on.
public final class PartnerRuns {
    private final JdbcClient jdbc;
    private final ColumnSeal seal;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param seal encrypts cursors, which may hold case numbers
    /// @param clock tells when
    public PartnerRuns(DataSource database, ColumnSeal seal, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
        this.clock = clock;
    }

    /// One partner's last pull.
    public record Run(
            Optional<Instant> started, Optional<Instant> succeeded, Optional<Instant> failed, String failure) {}

    /// Where the next pull goes on; empty for the beginning.
    public String cursor(String partner) {
        return jdbc.sql("select cursor_sealed from partner_run where partner = ? and cursor_sealed is not null")
                .param(partner)
                .query(byte[].class)
                .optional()
                .map(bytes -> seal.open(bytes, "cursor/" + partner))
                .orElse("");
    }

    /// Everything up to this cursor is written down.
    public void advance(String partner, String cursor) {
        jdbc.sql("update partner_run set cursor_sealed = ? where partner = ?")
                .params(seal.seal(cursor, "cursor/" + partner), partner)
                .update();
    }

    /// A pull begins.
    public void started(String partner) {
        if (jdbc.sql("update partner_run set started_at = ? where partner = ?")
                        .params(now(), partner)
                        .update()
                == 0) {
            jdbc.sql("insert into partner_run (partner, started_at) values (?,?)")
                    .params(partner, now())
                    .update();
        }
    }

    /// A pull ended well.
    public void succeeded(String partner) {
        jdbc.sql("update partner_run set succeeded_at = ?, failed_at = null, failure = null where partner = ?")
                .params(now(), partner)
                .update();
    }

    /// A pull failed.
    public void failed(String partner, String why) {
        jdbc.sql("update partner_run set failed_at = ?, failure = ? where partner = ?")
                .params(now(), Told.fit(why), partner)
                .update();
    }

    /// How the last pull of a partner went.
    public Run run(String partner) {
        return jdbc.sql("select started_at, succeeded_at, failed_at, failure from partner_run where partner = ?")
                .param(partner)
                .query((row, n) -> new Run(
                        instant(row.getTimestamp(1)),
                        instant(row.getTimestamp(2)),
                        instant(row.getTimestamp(3)),
                        Optional.ofNullable(row.getString(4)).orElse("")))
                .optional()
                .orElseGet(() -> new Run(Optional.empty(), Optional.empty(), Optional.empty(), ""));
    }

    private static Optional<Instant> instant(@org.jspecify.annotations.Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
