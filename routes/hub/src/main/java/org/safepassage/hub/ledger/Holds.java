package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.safepassage.schemas.CaseFileVersion;
import org.safepassage.schemas.HoldReason;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is held and why, until its cause is cleared. An entry with an exhibit holds only that exhibit.
public final class Holds {
    private final JdbcClient jdbc;
    private final ColumnSeal seal;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param seal makes the ids
    /// @param clock tells since when
    public Holds(DataSource database, ColumnSeal seal, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.seal = seal;
        this.clock = clock;
    }

    /// One held item.
    ///
    /// @param id what `hub retry` takes
    /// @param exchange empty when the cause lies before the exchanges part
    /// @param exhibit empty when the whole case file version is held
    public record Hold(
            String id,
            CaseFileVersion caseFile,
            String exchange,
            Step step,
            String exhibit,
            HoldReason reason,
            String where,
            Instant since) {}

    /// Records a hold once; repeated for the same cause it changes nothing.
    public void open(Parcel parcel, Step step, String exhibit, HoldReason reason, String where) {
        String id = "h-"
                + seal.mac("hold", parcel.caseFile().toString(), parcel.exchange(), step.word(), exhibit)
                        .substring(0, 12);
        String place = where.length() > 400 ? where.substring(0, 400) : where;
        int updated = jdbc.sql(
                        "update hold set reason = ?, place = ?, since = case when cleared_at is null then since else ? end, cleared_at = null where id = ?")
                .params(reason.code(), place, now(), id)
                .update();
        if (updated == 0) {
            jdbc.sql(
                            "insert into hold (id, case_file, version, exchange, step, exhibit, reason, place, since) values (?,?,?,?,?,?,?,?,?)")
                    .params(
                            id,
                            parcel.caseFile().caseFile(),
                            parcel.caseFile().version(),
                            parcel.exchange(),
                            step.word(),
                            exhibit,
                            reason.code(),
                            place,
                            now())
                    .update();
        }
    }

    /// Everything held now, oldest first.
    public List<Hold> open() {
        return jdbc.sql("select * from hold where cleared_at is null order by since, id")
                .query(Holds::row)
                .list();
    }

    /// The open hold with this id.
    public Optional<Hold> find(String id) {
        return jdbc.sql("select * from hold where id = ? and cleared_at is null")
                .param(id)
                .query(Holds::row)
                .optional();
    }

    /// Clears one hold.
    public void clear(String id) {
        jdbc.sql("update hold set cleared_at = ? where id = ? and cleared_at is null")
                .params(now(), id)
                .update();
    }

    /// Clears all holds of a version that came to another end.
    public void clearAll(CaseFileVersion version, String exchange) {
        jdbc.sql(
                        "update hold set cleared_at = ? where case_file = ? and version = ? and exchange = ? and exhibit = '' and cleared_at is null")
                .params(now(), version.caseFile(), version.version(), exchange)
                .update();
    }

    private static Hold row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Hold(
                row.getString("id"),
                new CaseFileVersion(row.getString("case_file"), row.getInt("version")),
                row.getString("exchange"),
                Step.ofWord(row.getString("step")),
                row.getString("exhibit"),
                HoldReason.ofCode(row.getString("reason")),
                row.getString("place"),
                row.getTimestamp("since").toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
