package org.safepassage.evidence.custody;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safepassage.schemas.CustodyEntry;

/// Turns an entry into a leaf of the log: its row, and the hashes of the subtrees that it completes. Thread-safe, as
/// long as each caller holds the head row.
final class LeafWriter {
    private static final int MAX_SUBJECT = 400;
    private static final int MAX_STEP = 100;

    private final AtRest atRest;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    LeafWriter(AtRest atRest, InstantSource clock) {
        this.atRest = atRest;
        this.clock = clock;
    }

    /// @throws IllegalArgumentException when a key is longer than its column
    static void requireKey(String idempotencyKey) {
        requireFits("idempotency key", idempotencyKey, MAX_SUBJECT);
    }

    /// Writes the leaf that follows the last one.
    ///
    /// @param index the log's size, locked by this transaction
    /// @return the index
    /// @throws IllegalArgumentException when the entry is too long or has no UTF-8 form
    long write(Connection tx, CustodyEntry entry, Optional<String> onceKey, long index) throws SQLException {
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
}
