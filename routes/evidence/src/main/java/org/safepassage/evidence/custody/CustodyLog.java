package org.safepassage.evidence.custody;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.schemas.CustodyEntry;

/// The append-only log of every step: a Merkle tree of RFC 6962 in the tables of `schema.sql`, whose leaves are salted
/// commitments. An append joins its caller's transaction, so a step and its entry are both there or neither is.
///
/// Promises: indexes have no gaps; an entry never changes; a proof of inclusion or consistency reads O(log n) rows; a
/// checkpoint covers committed entries only. Isolation must be READ COMMITTED (the default of H2 and PostgreSQL).
///
/// Safe for several threads and hubs on one database: appends wait for one another on the head row, until the
/// transaction that holds it ends. So append last in a transaction, and commit soon.
public final class CustodyLog {
    private final DataSource database;
    private final AtRest atRest;
    private final LeafWriter leaves;

    /// A log whose openings lie in the database as they are.
    public CustodyLog(DataSource database, InstantSource clock) {
        this(database, clock, Optional.empty());
    }

    /// A log whose openings (digests and other facts, and all salts) lie in the database sealed by the key ring.
    public CustodyLog(DataSource database, InstantSource clock, KeyRing keys) {
        this(database, clock, Optional.of(keys));
    }

    private CustodyLog(DataSource database, InstantSource clock, Optional<KeyRing> keys) {
        this.database = database;
        this.atRest = new AtRest(keys);
        this.leaves = new LeafWriter(atRest, clock);
    }

    /// Appends an entry in the caller's transaction.
    ///
    /// @param tx with auto-commit off; the caller commits
    /// @return the entry's index
    public long append(Connection tx, CustodyEntry entry) throws SQLException {
        requireTransaction(tx);
        return leaves.write(tx, entry, Optional.empty(), LogTables.lockedSize(tx));
    }

    /// Appends an entry unless one with its subject, step and this key is there. So a redelivered message finds its
    /// entry; the first one stands, even when the repeated one says something else.
    ///
    /// @param tx with auto-commit off; the caller commits
    /// @param idempotencyKey what tells two entries of one step apart, such as the recipient; may be empty
    /// @return the index of the entry that stands
    public long appendOnce(Connection tx, CustodyEntry entry, String idempotencyKey) throws SQLException {
        requireTransaction(tx);
        LeafWriter.requireKey(idempotencyKey);
        OptionalLong early = LogTables.indexOf(tx, entry.subject(), entry.step(), idempotencyKey);
        if (early.isPresent()) {
            return early.getAsLong();
        }
        long size = LogTables.lockedSize(tx);
        // Another transaction may have appended it while this one waited for the head.
        OptionalLong late = LogTables.indexOf(tx, entry.subject(), entry.step(), idempotencyKey);
        return late.isPresent() ? late.getAsLong() : leaves.write(tx, entry, Optional.of(idempotencyKey), size);
    }

    /// All entries about a subject, in the order of the log.
    public List<LoggedEntry> entries(String subject) throws SQLException {
        return read(db -> logged(LogTables.rows(db, subject)));
    }

    /// Up to `limit` entries from an index on, to walk through the whole log in pages.
    public List<LoggedEntry> entries(long from, int limit) throws SQLException {
        return read(db -> logged(LogTables.rows(db, from, from + limit)));
    }

    /// How many entries are committed.
    public long size() throws SQLException {
        return read(LogTables::size);
    }

    /// The root of the tree over all committed entries.
    public byte[] root() throws SQLException {
        return read(db -> prover(db).root(LogTables.size(db))).bytes();
    }

    /// Size and root of one moment, to be signed by whoever releases.
    ///
    /// @param origin the log's name, see [Checkpoint]
    public Checkpoint checkpoint(String origin) throws SQLException {
        return read(db -> prover(db).checkpoint(origin));
    }

    /// The audit path of a leaf in the tree of the first `size` leaves.
    public List<Hash> inclusionProof(long index, long size) throws SQLException {
        return read(db -> prover(db).inclusion(index, size));
    }

    /// The proof that the tree of `older` leaves is the beginning of that of `newer`.
    public List<Hash> consistencyProof(long older, long newer) throws SQLException {
        return read(db -> prover(db).consistency(older, newer));
    }

    /// A document that proves entries to an outsider and shows the chosen facts of each, against a checkpoint of now.
    ///
    /// @param earlier size of a checkpoint that the recipient has from before, to prove that nothing in it changed
    public CustodyProof prove(String origin, List<DisclosedEntry> shown, OptionalLong earlier) throws SQLException {
        return read(db -> prover(db).prove(origin, shown, earlier));
    }

    /// Recomputes the log from its stored leaves and reports the first divergence: a leaf, hash, opening or column that
    /// was changed, added or removed, or a tree that does not lead to a published checkpoint. Without checkpoints
    /// from outside the database it cannot see a log that somebody rewrote as a whole.
    ///
    /// @param published checkpoints that were signed before; larger ones than the log mean that its end is missing
    public Optional<Divergence> verifyAll(List<Checkpoint> published) throws SQLException {
        return read(db -> new Audit(db, atRest, published).firstDivergence());
    }

    private LogProver prover(Connection db) {
        return new LogProver(db, atRest);
    }

    private List<LoggedEntry> logged(List<LogTables.Row> rows) {
        return rows.stream().map(this::logged).toList();
    }

    private LoggedEntry logged(LogTables.Row row) {
        Leaf leaf = Leaf.parse(row.leaf());
        Openings openings = atRest.read(row.openings(), row.index());
        return new LoggedEntry(
                row.index(),
                row.recordedAt(),
                new CustodyEntry(openings.subject().value(), leaf.step(), leaf.actor(), leaf.at(), openings.values()));
    }

    private static void requireTransaction(Connection tx) throws SQLException {
        if (tx.getAutoCommit()) {
            throw new IllegalArgumentException("an entry is appended inside the transaction of its step");
        }
    }

    private <T> T read(Reading<T> reading) throws SQLException {
        try (Connection db = database.getConnection()) {
            return reading.from(db);
        }
    }

    private interface Reading<T> {
        T from(Connection db) throws SQLException;
    }
}
