package org.safepassage.evidence.custody;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a log can prove of its committed entries at the moment of one connection. Used by one thread.
record LogProver(Connection db, AtRest atRest) {
    /// The root of the tree of the first `size` leaves.
    Hash root(long size) throws SQLException {
        return MerkleTree.root(size, hashes());
    }

    Checkpoint checkpoint(String origin) throws SQLException {
        long size = LogTables.size(db);
        return new Checkpoint(origin, size, root(size));
    }

    /// @throws IllegalArgumentException when the log is smaller than `size`
    List<Hash> inclusion(long index, long size) throws SQLException {
        requireWithin(size);
        return MerkleTree.inclusion(index, size, hashes());
    }

    /// @throws IllegalArgumentException when the log is smaller than `newer`
    List<Hash> consistency(long older, long newer) throws SQLException {
        requireWithin(newer);
        return MerkleTree.consistency(older, newer, hashes());
    }

    CustodyProof prove(String origin, List<DisclosedEntry> shown, OptionalLong earlier) throws SQLException {
        Checkpoint checkpoint = checkpoint(origin);
        List<ProvenEntry> proven = new ArrayList<>();
        for (DisclosedEntry entry : shown) {
            proven.add(prove(entry, checkpoint.size()));
        }
        Optional<Extension> extension = earlier.isPresent()
                ? Optional.of(new Extension(
                        earlier.getAsLong(), MerkleTree.consistency(earlier.getAsLong(), checkpoint.size(), hashes())))
                : Optional.empty();
        return new CustodyProof(checkpoint, proven, extension);
    }

    private ProvenEntry prove(DisclosedEntry shown, long size) throws SQLException {
        List<LogTables.Row> rows = LogTables.rows(db, shown.index(), shown.index() + 1);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is no entry " + shown.index() + " in the log");
        }
        LogTables.Row row = rows.getFirst();
        return ProvenEntry.of(
                shown,
                new String(row.leaf(), StandardCharsets.UTF_8),
                MerkleTree.inclusion(shown.index(), size, hashes()),
                atRest.read(row.openings(), row.index()));
    }

    private MerkleTree.Source<SQLException> hashes() {
        return nodes -> LogTables.hashes(db, nodes);
    }

    private void requireWithin(long size) throws SQLException {
        long all = LogTables.size(db);
        if (size < 0 || size > all) {
            throw new IllegalArgumentException("the log has " + all + " entries, not " + size);
        }
    }
}
