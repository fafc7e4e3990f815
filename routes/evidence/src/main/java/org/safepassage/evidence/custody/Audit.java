package org.safepassage.evidence.custody;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Recomputes a whole log page by page, in memory that does not grow with it, and stops at the first divergence.
final class Audit {
    private static final int PAGE = 1000;

    private final Connection db;
    private final AtRest atRest;
    private final Map<Long, Set<Hash>> published;
    /// The complete subtrees that make up the tree so far, largest first: the tree's size in binary.
    private final List<Hash> peaks = new ArrayList<>();

    Audit(Connection db, AtRest atRest, List<Checkpoint> published) {
        this.db = db;
        this.atRest = atRest;
        this.published = published.stream()
                .collect(Collectors.groupingBy(
                        Checkpoint::size, Collectors.mapping(Checkpoint::root, Collectors.toSet())));
    }

    Optional<Divergence> firstDivergence() throws SQLException {
        long size = LogTables.size(db);
        for (long from = 0; from < size; from += PAGE) {
            Optional<Divergence> found = page(from, Math.min(from + PAGE, size));
            if (found.isPresent()) {
                return found;
            }
        }
        boolean shorter = published.keySet().stream().anyMatch(s -> s > size);
        if (shorter || !rootIsAsPublished(size)) {
            return Optional.of(
                    new Divergence(size, "a published checkpoint is not of this log, or its end is missing"));
        }
        return Optional.empty();
    }

    private Optional<Divergence> page(long from, long to) throws SQLException {
        List<LogTables.Row> rows = LogTables.rows(db, from, to);
        Map<MerkleTree.Node, Hash> stored = storedHashes(from, to);
        for (int i = 0; i < to - from; i++) {
            long index = from + i;
            if (i >= rows.size() || rows.get(i).index() != index) {
                return Optional.of(new Divergence(index, "the leaf is missing"));
            }
            if (!rootIsAsPublished(index)) {
                return Optional.of(new Divergence(index, "the tree before this leaf is not the one published"));
            }
            Optional<String> wrong = wrongIn(rows.get(i));
            if (wrong.isEmpty()) {
                wrong = wrongAbove(index, Hash.ofLeaf(rows.get(i).leaf()), stored);
            }
            if (wrong.isPresent()) {
                return Optional.of(new Divergence(index, wrong.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrongIn(LogTables.Row row) {
        try {
            Leaf leaf = Leaf.parse(row.leaf());
            Openings openings = atRest.read(row.openings(), row.index());
            Set<String> names = new HashSet<>(openings.facts().keySet());
            boolean opens = openings.subject().commitment(Leaf.SUBJECT).equals(leaf.subject())
                    && names.equals(leaf.facts().keySet())
                    && openings.facts().entrySet().stream()
                            .allMatch(f -> f.getValue()
                                    .commitment(f.getKey())
                                    .equals(leaf.facts().get(f.getKey())));
            if (!opens) {
                return Optional.of("its openings do not fit the leaf");
            }
            return row.step().equals(leaf.step())
                            && row.subject().equals(openings.subject().value())
                    ? Optional.empty()
                    : Optional.of("its columns do not say what the leaf says");
        } catch (RuntimeException e) {
            // Whatever a tampered row makes a parser or the key ring throw, the row is what is wrong.
            return Optional.of("the leaf or its openings cannot be read");
        }
    }

    /// Grows the tree by one leaf and compares each subtree that it completes with the stored hash.
    private Optional<String> wrongAbove(long index, Hash leaf, Map<MerkleTree.Node, Hash> stored) {
        Hash hash = leaf;
        for (int height = 0; ; height++) {
            if (!hash.equals(stored.get(new MerkleTree.Node(height, index >> height)))) {
                return Optional.of("the stored hash at height " + height + " is not that of its leaves");
            }
            if (((index >> height) & 1) == 0) {
                peaks.add(hash);
                return Optional.empty();
            }
            hash = Hash.ofNode(peaks.removeLast(), hash);
        }
    }

    private Map<MerkleTree.Node, Hash> storedHashes(long from, long to) throws SQLException {
        Map<MerkleTree.Node, Hash> stored = new HashMap<>();
        for (int height = 0; (to >> height) > 0; height++) {
            stored.putAll(LogTables.hashes(db, height, from >> height, to >> height));
        }
        return stored;
    }

    private boolean rootIsAsPublished(long size) {
        Set<Hash> roots = published.get(size);
        return roots == null || roots.equals(Set.of(root()));
    }

    private Hash root() {
        if (peaks.isEmpty()) {
            return Hash.ofNothing();
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(peaks.get(i), root);
        }
        return root;
    }
}
