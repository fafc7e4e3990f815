package org.safepassage.hub.ledger;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Consignments from sealing to receipt. Writes run inside the caller's transaction.
public final class Consignments {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param clock tells when
    public Consignments(DataSource database, InstantSource clock) {
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
    }

    /// One consignment.
    ///
    /// @param supplement 0 for what went first
    public record Entry(
            String id,
            CaseFileVersion caseFile,
            String exchange,
            int supplement,
            String recipient,
            String sha256,
            long size,
            boolean queued,
            boolean delivered,
            boolean receipted) {
        /// What it was made of.
        public Parcel place() {
            return new Parcel(caseFile, exchange, 0, supplement);
        }
    }

    /// Records a sealed package. The same id again means that it was sealed again before anything was sent.
    public void sealed(String id, Parcel parcel, String recipient, String sha256, long size) {
        if (jdbc.sql("update consignment set sha256 = ?, size = ?, sealed_at = ? where id = ?")
                        .params(sha256, size, now(), id)
                        .update()
                == 0) {
            jdbc.sql(
                            "insert into consignment (id, case_file, version, exchange, supplement, recipient, sha256, size, sealed_at) values (?,?,?,?,?,?,?,?,?)")
                    .params(
                            id,
                            parcel.caseFile().caseFile(),
                            parcel.caseFile().version(),
                            parcel.exchange(),
                            parcel.supplement(),
                            recipient,
                            sha256,
                            size,
                            now())
                    .update();
        }
    }

    /// The package lies on the recipient's queue.
    public void queued(String id) {
        jdbc.sql("update consignment set queued_at = coalesce(queued_at, ?) where id = ?")
                .params(now(), id)
                .update();
    }

    /// The package lies at the recipient's door.
    public void delivered(String id) {
        jdbc.sql("update consignment set delivered_at = coalesce(delivered_at, ?) where id = ?")
                .params(now(), id)
                .update();
    }

    /// The recipient answered.
    public void receipted(String id) {
        jdbc.sql(
                        "update consignment set receipt_at = coalesce(receipt_at, ?), delivered_at = coalesce(delivered_at, ?) where id = ?")
                .params(now(), now(), id)
                .update();
    }

    /// The consignment with this id.
    public Optional<Entry> find(String id) {
        return jdbc.sql("select * from consignment where id = ?")
                .param(id)
                .query(Consignments::row)
                .optional();
    }

    /// All consignments, oldest first.
    public List<Entry> all() {
        return jdbc.sql("select * from consignment order by sealed_at, id")
                .query(Consignments::row)
                .list();
    }

    private static Entry row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Entry(
                row.getString("id"),
                new CaseFileVersion(row.getString("case_file"), row.getInt("version")),
                row.getString("exchange"),
                row.getInt("supplement"),
                row.getString("recipient"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getTimestamp("queued_at") != null,
                row.getTimestamp("delivered_at") != null,
                row.getTimestamp("receipt_at") != null);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
