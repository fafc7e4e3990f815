package org.safepassage.evidence.custody;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// The statements on the tables of `schema.sql`, for H2 and PostgreSQL alike.
final class LogTables {
    /// One row of `custody_leaf`.
    static final class Row {
        private final long index;
        private final String subject;
        private final String step;
        private final Optional<String> onceKey;
        private final Instant recordedAt;
        private final byte[] leaf;
        private final byte[] openings;

        Row(
                long index,
                String subject,
                String step,
                Optional<String> onceKey,
                Instant recordedAt,
                byte[] leaf,
                byte[] openings) {
            this.index = index;
            this.subject = subject;
            this.step = step;
            this.onceKey = onceKey;
            this.recordedAt = recordedAt;
            this.leaf = leaf;
            this.openings = openings;
        }

        long index() {
            return index;
        }

        String subject() {
            return subject;
        }

        String step() {
            return step;
        }

        Instant recordedAt() {
            return recordedAt;
        }

        byte[] leaf() {
            return leaf;
        }

        byte[] openings() {
            return openings;
        }
    }

    private static final String ROW =
            "SELECT leaf_index, subject, step, once_key, recorded_at, leaf, openings" + " FROM custody_leaf WHERE ";

    private LogTables() {}

    static long size(Connection db) throws SQLException {
        return number(db, "SELECT tree_size FROM custody_head WHERE id = 1");
    }

    /// Waits for its turn; the lock ends with the transaction.
    static long lockedSize(Connection db) throws SQLException {
        return number(db, "SELECT tree_size FROM custody_head WHERE id = 1 FOR UPDATE");
    }

    static void size(Connection db, long size) throws SQLException {
        try (PreparedStatement update = db.prepareStatement("UPDATE custody_head SET tree_size = ? WHERE id = 1")) {
            update.setLong(1, size);
            update.executeUpdate();
        }
    }

    static void insert(Connection db, Row row) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement("INSERT INTO custody_leaf"
                + " (leaf_index, subject, step, once_key, recorded_at, leaf, openings) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.index);
            insert.setString(2, row.subject);
            insert.setString(3, row.step);
            if (row.onceKey.isPresent()) {
                insert.setString(4, row.onceKey.get());
            } else {
                insert.setNull(4, Types.VARCHAR);
            }
            insert.setObject(5, row.recordedAt.atOffset(ZoneOffset.UTC));
            insert.setBytes(6, row.leaf);
            insert.setBytes(7, row.openings);
            insert.executeUpdate();
        }
    }

    static void insert(Connection db, Map<MerkleTree.Node, Hash> nodes) throws SQLException {
        try (PreparedStatement insert =
                db.prepareStatement("INSERT INTO custody_node (height, node_index, hash) VALUES (?, ?, ?)")) {
            for (Map.Entry<MerkleTree.Node, Hash> node : nodes.entrySet()) {
                insert.setInt(1, node.getKey().height());
                insert.setLong(2, node.getKey().index());
                insert.setBytes(3, node.getValue().bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static OptionalLong indexOf(Connection db, String subject, String step, String onceKey) throws SQLException {
        try (PreparedStatement select = db.prepareStatement(
                "SELECT leaf_index FROM custody_leaf WHERE subject = ? AND step = ? AND once_key = ?")) {
            select.setString(1, subject);
            select.setString(2, step);
            select.setString(3, onceKey);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    static Map<MerkleTree.Node, Hash> hashes(Connection db, Set<MerkleTree.Node> nodes) throws SQLException {
        Map<MerkleTree.Node, Hash> hashes = new HashMap<>();
        if (nodes.isEmpty()) {
            return hashes;
        }
        String places = nodes.stream().map(n -> "(?, ?)").collect(Collectors.joining(", "));
        try (PreparedStatement select = db.prepareStatement("SELECT height, node_index, hash FROM custody_node"
                + " WHERE (height, node_index) IN (" + places + ")")) {
            int place = 1;
            for (MerkleTree.Node node : nodes) {
                select.setInt(place++, node.height());
                select.setLong(place++, node.index());
            }
            addHashes(select, hashes);
        }
        return hashes;
    }

    /// The hashes of one height whose indexes are from `from` up to but not including `to`.
    static Map<MerkleTree.Node, Hash> hashes(Connection db, int height, long from, long to) throws SQLException {
        Map<MerkleTree.Node, Hash> hashes = new HashMap<>();
        try (PreparedStatement select = db.prepareStatement("SELECT height, node_index, hash FROM custody_node"
                + " WHERE height = ? AND node_index >= ? AND node_index < ?")) {
            select.setInt(1, height);
            select.setLong(2, from);
            select.setLong(3, to);
            addHashes(select, hashes);
        }
        return hashes;
    }

    static List<Row> rows(Connection db, String subject) throws SQLException {
        try (PreparedStatement select = db.prepareStatement(ROW + "subject = ? ORDER BY leaf_index")) {
            select.setString(1, subject);
            return rows(select);
        }
    }

    /// The rows from index `from` up to but not including `to`.
    static List<Row> rows(Connection db, long from, long to) throws SQLException {
        try (PreparedStatement select =
                db.prepareStatement(ROW + "leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index")) {
            select.setLong(1, from);
            select.setLong(2, to);
            return rows(select);
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(new Row(
                        found.getLong(1),
                        found.getString(2),
                        found.getString(3),
                        Optional.ofNullable(found.getString(4)),
                        found.getObject(5, OffsetDateTime.class).toInstant(),
                        found.getBytes(6),
                        found.getBytes(7)));
            }
        }
        return rows;
    }

    private static void addHashes(PreparedStatement select, Map<MerkleTree.Node, Hash> hashes) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                hashes.put(new MerkleTree.Node(found.getInt(1), found.getLong(2)), Hash.of(found.getBytes(3)));
            }
        }
    }

    private static long number(Connection db, String query) throws SQLException {
        try (PreparedStatement select = db.prepareStatement(query);
                ResultSet found = select.executeQuery()) {
            if (!found.next()) {
                throw new SQLException("the custody log has no head row: its migration did not run");
            }
            return found.getLong(1);
        }
    }
}
