package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
    /// @param supplement number of the supplement, or of the round of reading again, that is held; 0 for what
    ///     goes first
    /// @param exhibit empty when the whole case file version is held
    public record Hold(
            String id,
            CaseFileVersion caseFile,
            String exchange,
            int supplement,
            Step step,
            String exhibit,
            HoldReason reason,
            String where,
            Instant since) {
        /// What it holds.
        public Parcel place() {
            return new Parcel(caseFile, exchange, 0, supplement);
        }
    }

    /// Records a hold once; repeated for the same cause it changes nothing.
    public void open(Parcel parcel, Step step, String exhibit, HoldReason reason, String where) {
        String id = id(parcel, step, exhibit);
        String place = Told.fit(where);
        int updated = jdbc.sql(
                        "update hold set reason = ?, place = ?, since = case when cleared_at is null then since else ? end, cleared_at = null where id = ?")
                .params(reason.code(), place, now(), id)
                .update();
        if (updated == 0) {
            jdbc.sql(
                            "insert into hold (id, case_file, version, exchange, supplement, step, exhibit, reason, place, since) values (?,?,?,?,?,?,?,?,?,?)")
                    .params(
                            id,
                            parcel.caseFile().caseFile(),
                            parcel.caseFile().version(),
                            parcel.exchange(),
                            parcel.supplement(),
                            step.word(),
                            exhibit,
                            reason.code(),
                            place,
                            now())
                    .update();
        }
    }

    private String id(Parcel parcel, Step step, String exhibit) {
        var parts =
                new ArrayList<>(List.of("hold", parcel.caseFile().toString(), parcel.exchange(), step.word(), exhibit));
        if (parcel.follows()) parts.add(String.valueOf(parcel.supplement()));
        return "h-"
                + seal.mac(parts.removeFirst(), parts.toArray(String[]::new)).substring(0, 12);
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

    /// Clears all holds of what came to another end; those of single exhibits stay.
    public void clearAll(Parcel place) {
        jdbc.sql(
                        "update hold set cleared_at = ? where case_file = ? and version = ? and exchange = ? and supplement = ? and exhibit = '' and cleared_at is null")
                .params(
                        now(),
                        place.caseFile().caseFile(),
                        place.caseFile().version(),
                        place.exchange(),
                        place.supplement())
                .update();
    }

    /// Clears the hold of an exhibit that can be read now.
    public void clearExhibit(CaseFileVersion version, String exhibit) {
        jdbc.sql(
                        "update hold set cleared_at = ? where case_file = ? and version = ? and exhibit = ? and cleared_at is null")
                .params(now(), version.caseFile(), version.version(), exhibit)
                .update();
    }

    private static Hold row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Hold(
                row.getString("id"),
                new CaseFileVersion(row.getString("case_file"), row.getInt("version")),
                row.getString("exchange"),
                row.getInt("supplement"),
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
