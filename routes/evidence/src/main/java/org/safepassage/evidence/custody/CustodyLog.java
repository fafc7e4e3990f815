package org.safepassage.evidence.custody;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final int MAX_SUBJECT = 400;
    private static final int MAX_STEP = 100;

    private final DataSource database;
    private final InstantSource clock;
    private final AtRest atRest;
    private final SecureRandom random = new SecureRandom();

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
        this.clock = clock;
        this.atRest = new AtRest(keys);
    }

    /// Appends an entry in the caller's transaction.
    ///
    /// @param tx with auto-commit off; the caller commits
    /// @return the entry's index
    public long append(Connection tx, CustodyEntry entry) throws SQLException {
        requireTransaction(tx);
        return write(tx, entry, Optional.empty(), LogTables.lockedSize(tx));
    }

    /// Appends an entry unless one with its subject, step and this key is there. So a redelivered message finds its
    /// entry; the first one stands, even when the repeated one says something else.
    ///
    /// @param tx with auto-commit off; the caller commits
    /// @param idempotencyKey what tells two entries of one step apart, such as the recipient; may be empty
    /// @return the index of the entry that stands
    public long appendOnce(Connection tx, CustodyEntry entry, String idempotencyKey) throws SQLException {
        requireTransaction(tx);
        requireFits("idempotency key", idempotencyKey, MAX_SUBJECT);
        OptionalLong early = LogTables.indexOf(tx, entry.subject(), entry.step(), idempotencyKey);
        if (early.isPresent()) {
            return early.getAsLong();
        }
        long size = LogTables.lockedSize(tx);
        // Another transaction may have appended it while this one waited for the head.
        OptionalLong late = LogTables.indexOf(tx, entry.subject(), entry.step(), idempotencyKey);
        return late.isPresent() ? late.getAsLong() : write(tx, entry, Optional.of(idempotencyKey), size);
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
        return read(db -> root(db, LogTables.size(db))).bytes();
    }

    /// Size and root of one moment, to be signed by whoever releases.
    ///
    /// @param origin the log's name, see [Checkpoint]
    public Checkpoint checkpoint(String origin) throws SQLException {
        return read(db -> checkpoint(db, origin));
    }

    /// The audit path of a leaf in the tree of the first `size` leaves.
    public List<Hash> inclusionProof(long index, long size) throws SQLException {
        return read(db -> MerkleTree.inclusion(index, within(db, size), source(db)));
    }

    /// The proof that the tree of `older` leaves is the beginning of that of `newer`.
    public List<Hash> consistencyProof(long older, long newer) throws SQLException {
        return read(db -> MerkleTree.consistency(older, within(db, newer), source(db)));
    }

    /// A document that proves entries to an outsider and shows the chosen facts of each, against a checkpoint of now.
    ///
    /// @param earlier size of a checkpoint that the recipient has from before, to prove that nothing in it changed
    public CustodyProof prove(String origin, List<DisclosedEntry> shown, OptionalLong earlier) throws SQLException {
        return read(db -> {
            Checkpoint checkpoint = checkpoint(db, origin);
            List<ProvenEntry> proven = new ArrayList<>();
            for (DisclosedEntry entry : shown) {
                proven.add(prove(db, entry, checkpoint.size()));
            }
            Optional<Extension> extension = earlier.isPresent()
                    ? Optional.of(new Extension(
                            earlier.getAsLong(),
                            MerkleTree.consistency(earlier.getAsLong(), checkpoint.size(), source(db))))
                    : Optional.empty();
            return new CustodyProof(checkpoint, proven, extension);
        });
    }

    /// Recomputes the log from its stored leaves and reports the first divergence: a leaf, hash, opening or column that
    /// was changed, added or removed, or a tree that does not lead to a published checkpoint. Without checkpoints
    /// from outside the database it cannot see a log that somebody rewrote as a whole.
    ///
    /// @param published checkpoints that were signed before; larger ones than the log mean that its end is missing
    public Optional<Divergence> verifyAll(List<Checkpoint> published) throws SQLException {
        return read(db -> new Audit(db, atRest, published).firstDivergence());
    }

    private long write(Connection tx, CustodyEntry entry, Optional<String> onceKey, long index) throws SQLException {
        requireFits("subject", entry.subject(), MAX_SUBJECT);
        requireFits("step", entry.step(), MAX_STEP);
        requireText(entry);
        Openings openings = Openings.fresh(entry, random);
        byte[] leaf = Leaf.of(entry, openings).bytes();
        LogTables.insert(
                tx,
                new LogTables.Row(
                        index,
                        entry.subject(),
                        entry.step(),
                        onceKey,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        leaf,
                        atRest.write(openings, index)));
        LogTables.insert(tx, completedBy(tx, index, Hash.ofLeaf(leaf)));
        LogTables.size(tx, index + 1);
        return index;
    }

    /// The subtrees that this leaf makes complete: itself, and one a height for each trailing 1 in its index.
    private static Map<MerkleTree.Node, Hash> completedBy(Connection tx, long index, Hash leaf) throws SQLException {
        Set<MerkleTree.Node> lefts = new HashSet<>();
        for (int height = 0; ((index >> height) & 1) == 1; height++) {
            lefts.add(new MerkleTree.Node(height, (index >> height) - 1));
        }
        Map<MerkleTree.Node, Hash> stored = LogTables.hashes(tx, lefts);
        Map<MerkleTree.Node, Hash> completed = new HashMap<>();
        completed.put(new MerkleTree.Node(0, index), leaf);
        Hash hash = leaf;
        for (int height = 0; height < lefts.size(); height++) {
            Hash left = stored.get(new MerkleTree.Node(height, (index >> height) - 1));
            if (left == null) {
                throw new IllegalStateException("the custody log lacks a hash at height " + height + " before leaf "
                        + index + ": run its verification before anything is appended");
            }
            hash = Hash.ofNode(left, hash);
            completed.put(new MerkleTree.Node(height + 1, index >> (height + 1)), hash);
        }
        return completed;
    }

    private ProvenEntry prove(Connection db, DisclosedEntry shown, long size) throws SQLException {
        List<LogTables.Row> rows = LogTables.rows(db, shown.index(), shown.index() + 1);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is no entry " + shown.index() + " in the log");
        }
        LogTables.Row row = rows.getFirst();
        return ProvenEntry.of(
                shown,
                new String(row.leaf(), StandardCharsets.UTF_8),
                MerkleTree.inclusion(shown.index(), size, source(db)),
                atRest.read(row.openings(), row.index()));
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

    private static Checkpoint checkpoint(Connection db, String origin) throws SQLException {
        long size = LogTables.size(db);
        return new Checkpoint(origin, size, root(db, size));
    }

    private static Hash root(Connection db, long size) throws SQLException {
        return MerkleTree.root(size, source(db));
    }

    private static MerkleTree.Source<SQLException> source(Connection db) {
        return nodes -> LogTables.hashes(db, nodes);
    }

    private static long within(Connection db, long size) throws SQLException {
        long all = LogTables.size(db);
        if (size < 0 || size > all) {
            throw new IllegalArgumentException("the log has " + all + " entries, not " + size);
        }
        return size;
    }

    private static void requireTransaction(Connection tx) throws SQLException {
        if (tx.getAutoCommit()) {
            throw new IllegalArgumentException("an entry is appended inside the transaction of its step");
        }
    }

    private static void requireFits(String what, String text, int max) {
        if (text.length() > max) {
            throw new IllegalArgumentException("a custody " + what + " has at most " + max + " characters");
        }
    }

    /// A text without a UTF-8 form would be hashed as another text.
    private static void requireText(CustodyEntry entry) {
        var utf8 = StandardCharsets.UTF_8.newEncoder();
        boolean sound = Stream.concat(
                        Stream.of(entry.subject()),
                        entry.facts().entrySet().stream().flatMap(f -> Stream.of(f.getKey(), f.getValue())))
                .allMatch(utf8::canEncode);
        if (!sound) {
            throw new IllegalArgumentException("a custody entry holds half of a surrogate pair");
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
