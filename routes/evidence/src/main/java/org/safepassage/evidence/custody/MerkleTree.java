package org.safepassage.evidence.custody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Roots and proofs of RFC 6962 (2.1) out of the stored hashes of complete subtrees. A root or a proof needs about
/// two nodes a level of the tree, all asked for at once. Holds no state; as safe for threads as its source is.
final class MerkleTree {
    /// A complete subtree: the `index`-th from the left of those with 2^`height` leaves.
    record Node(int height, long index) {}

    /// Where the hashes of complete subtrees come from.
    interface Source<E extends Exception> {
        /// @return a hash for each of the nodes, all of which lie inside the tree
        Map<Node, Hash> hashes(Set<Node> nodes) throws E;
    }

    /// The leaves from `from` up to but not including `to`.
    private record Range(long from, long to) {
        long size() {
            return to - from;
        }

        boolean isComplete() {
            return Long.bitCount(size()) == 1 && from % size() == 0;
        }

        Node node() {
            return new Node(Long.numberOfTrailingZeros(size()), from / size());
        }

        /// Where RFC 6962 divides a tree: after the largest power of two of leaves that is smaller than all.
        long split() {
            return from + Long.highestOneBit(size() - 1);
        }

        Range left() {
            return new Range(from, split());
        }

        Range right() {
            return new Range(split(), to);
        }
    }

    private MerkleTree() {}

    static <E extends Exception> Hash root(long size, Source<E> source) throws E {
        return size == 0
                ? Hash.ofNothing()
                : hashes(List.of(new Range(0, size)), source).getFirst();
    }

    /// The audit path from a leaf to the root, leaf's sibling first (RFC 6962, 2.1.1).
    static <E extends Exception> List<Hash> inclusion(long index, long size, Source<E> source) throws E {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not in a tree of " + size);
        }
        List<Range> siblings = new ArrayList<>();
        Range range = new Range(0, size);
        while (range.size() > 1) {
            boolean inLeft = index < range.split();
            siblings.addFirst(inLeft ? range.right() : range.left());
            range = inLeft ? range.left() : range.right();
        }
        return hashes(siblings, source);
    }

    /// The proof that a tree of `older` leaves is the beginning of one of `newer` (RFC 6962, 2.1.2). Empty when the
    /// sizes are equal or the older tree is.
    static <E extends Exception> List<Hash> consistency(long older, long newer, Source<E> source) throws E {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree of " + older + " is not the beginning of one of " + newer);
        }
        if (older == 0 || older == newer) {
            return List.of();
        }
        List<Range> parts = new ArrayList<>();
        Range range = new Range(0, newer);
        while (older != range.to()) {
            boolean inLeft = older <= range.split();
            parts.addFirst(inLeft ? range.right() : range.left());
            range = inLeft ? range.left() : range.right();
        }
        if (range.from() > 0) {
            parts.addFirst(range);
        }
        return hashes(parts, source);
    }

    private static <E extends Exception> List<Hash> hashes(List<Range> ranges, Source<E> source) throws E {
        Set<Node> needed = new HashSet<>();
        ranges.forEach(r -> collect(r, needed));
        Map<Node, Hash> known = new HashMap<>(source.hashes(needed));
        return ranges.stream().map(r -> hash(r, known)).toList();
    }

    private static void collect(Range range, Set<Node> needed) {
        if (range.isComplete()) {
            needed.add(range.node());
        } else {
            collect(range.left(), needed);
            collect(range.right(), needed);
        }
    }

    private static Hash hash(Range range, Map<Node, Hash> known) {
        if (!range.isComplete()) {
            return Hash.ofNode(hash(range.left(), known), hash(range.right(), known));
        }
        Hash hash = known.get(range.node());
        if (hash == null) {
            throw new IllegalStateException("the log lacks the hash of " + range.node());
        }
        return hash;
    }
}
